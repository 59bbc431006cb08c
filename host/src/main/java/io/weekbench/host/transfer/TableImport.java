package io.weekbench.host.transfer;

import io.weekbench.api.Incoming;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file into one table: bytes → rows → columns → plan → one step. All of it or nothing:
 * while there is a problem, nothing is written.
 */
public final class TableImport {
    private final LiveWorkbench live;
    private final Caller caller;

    public TableImport(LiveWorkbench live, Caller caller) {
        this.live = live;
        this.caller = caller;
    }

    /**
     * How to read the file.
     *
     * @param format null to find out
     * @param mapping headers to field ids, or to "-" for columns that are not wanted
     * @param encoding empty to find out
     * @param dryRun look what would come of it, and write nothing
     */
    public record Options(
            @Nullable Format format, Map<String, String> mapping, String encoding, boolean dryRun) {
        public Options {
            mapping = Map.copyOf(mapping);
        }
    }

    /**
     * @param reason names the step in histories and in undo
     * @throws IOException of reading the file
     */
    public ImportReport run(
            TableSpec table, Incoming file, String reason, Options options, Progress progress)
            throws IOException {
        RowProblems problems = new RowProblems();
        Columns columns = new Columns(table, options.mapping());
        Format format = options.format() == null ? Format.of(file) : options.format();
        TableRead.Result read =
                new TableRead(table, columns, problems, progress)
                        .read(file, format, options.encoding());
        if (read.parts().isEmpty() && !problems.isEmpty()) {
            return ImportReport.unread(problems.list());
        }
        ImportRun.Result result =
                new ImportRun(live, caller, problems)
                        .run(read.parts(), reason, options.dryRun(), progress);
        return new ImportReport(
                result.sum(),
                Map.of(),
                result.asked(),
                result.problems(),
                read.ignored(),
                read.encoding(),
                result.revision());
    }
}
