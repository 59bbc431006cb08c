package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.transfer.Format;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Write a table or view. An import of the file changes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Export implements Callable<Integer> {
    /** In whose words headers, choices and references are written. */
    enum Words {
        ids,
        en,
        zh
    }

    @Parameters(
            paramLabel = "TABLE|VIEW",
            description = "Full id: partner-roadmap.item; of a view, its columns and order.")
    private String table = "";

    @Option(names = "--as-of", paramLabel = "MOMENT", description = "A revision, a day, a time.")
    private String asOf = "";

    @Option(
            names = "--format",
            converter = FormatConverter.class,
            paramLabel = "FORMAT",
            description =
                    "csv, xlsx, md, html, json, jsonl (default: by the name of the file, or csv).")
    private @Nullable Format format;

    @Option(
            names = "--words",
            description =
                    "Headers, choices and references as ${COMPLETION-CANDIDATES} (default: ids).")
    private Words words = Words.ids;

    @Option(names = "--bom", description = "Begin with a byte order mark, for Excel.")
    private boolean mark;

    @Option(names = "--plain", description = "Without the columns #id and #revision.")
    private boolean plain;

    @Option(names = "-o", paramLabel = "FILE", description = "Write here (default: stdout).")
    private @Nullable Path file;

    @Mixin private final Common common;

    Export(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        Host.Departure departure =
                new Host.Departure(meant().word(), words.name(), asOf, mark, !plain);
        try (Host host = common.host()) {
            JsonNode answer =
                    file == null ? toTerminal(host, departure) : toFile(host, departure, file);
            return answer.isEmpty() ? Terminal.DONE : common.terminal().answer(answer, none -> {});
        }
    }

    private Format meant() {
        if (format != null || file == null) {
            return format == null ? Format.CSV : format;
        }
        String name = String.valueOf(file.getFileName());
        return Format.ofWord(name.substring(name.lastIndexOf('.') + 1)).orElse(Format.CSV);
    }

    private JsonNode toTerminal(Host host, Host.Departure departure) throws IOException {
        OutputStream out = new Kept(common.terminal().out());
        return host.write(table, departure, out);
    }

    private JsonNode toFile(Host host, Host.Departure departure, Path target) throws IOException {
        return WholeFile.write(target, out -> host.write(table, departure, out), JsonNode::isEmpty);
    }

    /** Stdout is not ours to close. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
