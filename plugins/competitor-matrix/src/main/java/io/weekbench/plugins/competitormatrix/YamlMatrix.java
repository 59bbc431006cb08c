package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.yaml.Node;
import io.weekbench.plugins.yaml.Yaml;
import io.weekbench.plugins.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * PostgreSQL's feature matrix as its web site keeps it: features by group, each with the versions
 * at which its value changes. A version the file does not list, but lies between the first and the
 * last, is known by the features that name it.
 */
final class YamlMatrix implements Importer {
    private static final String ROOT = "featurematrix";
    private static final Node EMPTY = new Node(1, null, List.of(), Map.of());
    private static final int LARGEST = 16 * 1024 * 1024;

    @Override
    public String id() {
        return "postgresql-matrix";
    }

    @Override
    public Text label() {
        return new Text("PostgreSQL feature matrix (YAML)", "PostgreSQL 功能矩阵（YAML）");
    }

    @Override
    public List<String> tables() {
        return CompetitorMatrix.MATRIX_TABLES;
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        String name = file.name().toLowerCase(Locale.ROOT);
        try (InputStream in = file.open()) {
            String start = new String(in.readNBytes(4096), StandardCharsets.UTF_8);
            return (name.endsWith(".yaml") || name.endsWith(".yml")) && start.contains(ROOT + ":");
        }
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        if (file.size() > LARGEST) {
            tooLarge(rows);
            return;
        }
        try (InputStream in = file.open()) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8), rows);
        } catch (YamlException e) {
            rows.problem(
                    e.line(),
                    "",
                    new Text("This is not YAML: " + e.getMessage(), "不是 YAML：" + e.getMessage()),
                    new Text("Look at the line named.", "请检查所指的行。"));
        }
    }

    private static void tooLarge(Rows rows) {
        rows.problem(
                0,
                "",
                new Text("A feature matrix is not that large.", "功能矩阵不会这么大。"),
                new Text("Look whether this is the right file.", "请确认文件是否正确。"));
    }

    private static void read(String text, Rows rows) throws YamlException {
        Node root = Yaml.read(text).orElse(EMPTY);
        Map<String, Node> groups = root.member(ROOT).map(Node::members).orElse(Map.of());
        if (groups.isEmpty()) {
            rows.problem(
                    1,
                    ROOT,
                    new Text("There is no feature matrix in this file.", "文件中没有功能矩阵。"),
                    new Text("It begins with \"featurematrix:\".", "它应有 featurematrix: 一项。"));
            return;
        }
        Reading reading = new Reading(rows);
        for (Node end : root.member("versions").map(Node::members).orElse(Map.of()).values()) {
            reading.version(end.line(), String.valueOf(end.text()));
        }
        groups.forEach((group, features) -> reading.group(group, features.items()));
        reading.finish();
    }

    /**
     * Features and versions as they are met; only the whole file tells which versions there are.
     */
    private static final class Reading {
        private final Rows rows;
        private final NavigableMap<Version, Long> versions = new TreeMap<>();
        private final List<PostgresMatrix.Feature> features = new ArrayList<>();

        Reading(Rows rows) {
            this.rows = rows;
        }

        Optional<Version> version(long line, String name) {
            Optional<Version> version = Version.parse(name);
            version.ifPresentOrElse(
                    known -> versions.putIfAbsent(known, line),
                    () ->
                            rows.problem(
                                    line,
                                    "versions",
                                    new Text(
                                            "\"" + name + "\" is no version.",
                                            "“" + name + "”不是版本号。"),
                                    new Text(
                                            "Versions are written 9.6 or 17.", "版本号形如 9.6 或 17。")));
            return version;
        }

        void group(String group, List<Node> nodes) {
            for (Node node : nodes) {
                Optional<String> name = node.text("name");
                if (name.isEmpty()) {
                    rows.problem(
                            node.line(),
                            "name",
                            new Text("A feature without a name.", "有一个功能没有名称。"),
                            new Text("Give it one.", "请补上名称。"));
                } else {
                    features.add(feature(group, name.get(), node));
                }
            }
        }

        private PostgresMatrix.Feature feature(String group, String name, Node node) {
            NavigableMap<Version, String> said = new TreeMap<>();
            Map<String, Node> values = node.member("versions").map(Node::members).orElse(Map.of());
            for (Map.Entry<String, Node> value : values.entrySet()) {
                Node state = value.getValue();
                version(state.line(), value.getKey())
                        .ifPresent(version -> said.put(version, String.valueOf(state.text())));
            }
            return new PostgresMatrix.Feature(
                    node.line(),
                    group,
                    name,
                    node.text("description").orElse(null),
                    node.text("url").orElse(null),
                    said);
        }

        void finish() {
            if (!versions.isEmpty()) {
                PostgresMatrix matrix = new PostgresMatrix(rows, versions);
                features.forEach(matrix::add);
            }
        }
    }
}
