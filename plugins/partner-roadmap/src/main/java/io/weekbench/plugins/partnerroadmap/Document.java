package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.yaml.Node;
import io.weekbench.plugins.yaml.Yaml;
import io.weekbench.plugins.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file as text and as a tree. */
final class Document {
    private static final int LARGEST = 16 * 1024 * 1024;

    private Document() {}

    static String beginning(Incoming file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readNBytes(4096), StandardCharsets.UTF_8);
        }
    }

    /** Empty where the file is larger than any of its kind, which is told. */
    static Optional<String> text(Incoming file, Rows rows) throws IOException {
        if (file.size() > LARGEST) {
            rows.problem(
                    0,
                    "",
                    new Text("The file is larger than any of its kind.", "这类文件不会这么大。"),
                    new Text("Look whether it is the right one.", "请确认文件是否正确。"));
            return Optional.empty();
        }
        try (InputStream in = file.open()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Empty where there is nothing in it, or it cannot be read, which is told. */
    static Optional<Node> tree(String text, Rows rows) {
        try {
            return Yaml.read(text);
        } catch (YamlException e) {
            rows.problem(
                    e.line(),
                    "",
                    new Text("Cannot be read: " + e.getMessage(), "无法读取：" + e.getMessage()),
                    new Text("Look at the line named.", "请检查所指的行。"));
            return Optional.empty();
        }
    }
}
