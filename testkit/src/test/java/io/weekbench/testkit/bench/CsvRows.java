package io.weekbench.testkit.bench;

import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.transfer.TableImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A file of 100,000 rows by key: all new, and once more with every tenth changed. */
final class CsvRows implements Benchmark {
    private static final int ROWS = 100_000;
    private static final int BAR_MILLIS = 5_000;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        int rows = setting.items(ROWS);
        try (Demands home = Demands.open(setting.newFolder("csv-warm"))) {
            read(home, file(rows / 5, false)); // warms up
        }
        try (Demands home = Demands.open(setting.newFolder("csv"))) {
            double begin = Machine.processorMillis();
            double created = read(home, file(rows, false));
            double processor = Machine.processorMillis() - begin;
            double changed = read(home, file(rows, true));
            return List.of(
                    Row.millis(
                            Row.format("import a CSV of %,d rows by key, all new", rows),
                            BAR_MILLIS,
                            created,
                            "validated whole, then durable in chunks of one step; processor time "
                                    + Row.millis(processor)),
                    Row.millis(
                            "the same file again, every tenth row changed",
                            BAR_MILLIS,
                            changed,
                            "every row looked up by its key"));
        }
    }

    private static double read(Demands home, byte[] content) throws IOException {
        TableImport door = new TableImport(home.live(), Demands.PERSON);
        FileInMemory file = new FileInMemory("import.csv", content);
        TableImport.Options options = new TableImport.Options(Format.CSV, Map.of(), "", false);
        long begin = System.nanoTime();
        ImportReport report = door.run(home.table(), file, "import", options, Progress.NONE);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (!report.isGood() || report.revision() == null) {
            throw new IllegalStateException("The import came to nothing: " + report);
        }
        return millis;
    }

    private static byte[] file(int rows, boolean changed) {
        StringBuilder csv = new StringBuilder(Sample.HEADER).append('\n');
        for (int n = 0; n < rows; n++) {
            csv.append(Sample.of(n).csv()).append(changed && n % 10 == 0 ? " changed" : "");
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
