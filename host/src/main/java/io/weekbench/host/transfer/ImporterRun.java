package io.weekbench.host.transfer;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings a file in by a plugin's importer. */
public final class ImporterRun {
    private final LiveWorkbench live;
    private final Caller caller;

    public ImporterRun(LiveWorkbench live, Caller caller) {
        this.live = live;
        this.caller = caller;
    }

    /**
     * @param reason names the step in histories and in undo
     * @param dryRun look what would come of it, and write nothing
     * @throws IOException of reading the file
     */
    public ImportReport run(
            Importer importer, Incoming file, String reason, boolean dryRun, Progress progress)
            throws IOException {
        RowProblems problems = new RowProblems();
        ImporterRows rows = new ImporterRows(importer, live.catalog(), problems);
        progress.at(Progress.Phase.READING, 0, file.size());
        importer.read(file, rows);
        ImportRun.Result result =
                new ImportRun(live, caller, problems).run(rows.parts(), reason, dryRun, progress);
        Map<String, ImportReport.Counts> tables = new LinkedHashMap<>();
        for (String table : importer.tables()) {
            tables.put(table, result.counts().getOrDefault(table, ImportReport.Counts.NONE));
        }
        return new ImportReport(
                result.sum(),
                tables,
                result.asked(),
                result.problems(),
                List.of(),
                "",
                result.revision());
    }
}
