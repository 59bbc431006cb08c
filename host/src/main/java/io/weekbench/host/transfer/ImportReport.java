package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import, or would come of it.
 *
 * @param conflict rows changed here and in the file since the file was exported, and rows that
 *     contradict another row of the file
 * @param asked rows a rule wants something answered about
 * @param ignored headers of columns that were passed over
 * @param encoding the file was read in; empty where it could not be read
 * @param revision it is all in, or null where nothing was written
 */
public record ImportReport(
        int created,
        int changed,
        int same,
        int conflict,
        int asked,
        List<RowProblem> problems,
        List<String> ignored,
        String encoding,
        @Nullable Long revision) {

    public ImportReport {
        problems = List.copyOf(problems);
        ignored = List.copyOf(ignored);
    }

    static ImportReport unread(RowProblem problem) {
        return new ImportReport(0, 0, 0, 0, 0, List.of(problem), List.of(), "", null);
    }

    /** Whether there is nothing in the way of it. */
    public boolean isGood() {
        return problems.isEmpty();
    }

    public ObjectNode toJson() {
        ObjectNode node =
                Json.object()
                        .put("new", created)
                        .put("changed", changed)
                        .put("same", same)
                        .put("conflict", conflict)
                        .put("asked", asked);
        ArrayNode array = node.putArray("problems");
        for (RowProblem problem : problems) {
            ObjectNode one =
                    array.addObject()
                            .put("code", problem.code())
                            .put("row", problem.row())
                            .put("column", problem.column());
            one.set("message", both(problem.message()));
            one.set("hint", both(problem.hint()));
        }
        ArrayNode passedOver = node.putArray("ignored");
        ignored.forEach(passedOver::add);
        return node.put("encoding", encoding).put("revision", revision);
    }

    private static ObjectNode both(Text text) {
        return Json.object().put("en", text.en()).put("zh", text.zh());
    }
}
