package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import, or would come of it.
 *
 * @param tables what came of each table, where the importer writes several; else empty
 * @param asked rows a rule wants something answered about
 * @param ignored headers of columns that were passed over
 * @param encoding the file was read in; empty where it could not be read, or has none
 * @param revision it is all in, or null where nothing was written
 */
public record ImportReport(
        Counts counts,
        Map<String, Counts> tables,
        int asked,
        List<RowProblem> problems,
        List<String> ignored,
        String encoding,
        @Nullable Long revision) {

    public ImportReport {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        problems = List.copyOf(problems);
        ignored = List.copyOf(ignored);
    }

    /**
     * How many rows are what.
     *
     * @param conflict changed here and in the file since the file was exported, and such as
     *     contradict another row of the file
     */
    public record Counts(int created, int changed, int same, int conflict) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    created + other.created,
                    changed + other.changed,
                    same + other.same,
                    conflict + other.conflict);
        }

        private ObjectNode writeTo(ObjectNode node) {
            return node.put("new", created)
                    .put("changed", changed)
                    .put("same", same)
                    .put("conflict", conflict);
        }
    }

    static ImportReport unread(List<RowProblem> problems) {
        return new ImportReport(Counts.NONE, Map.of(), 0, problems, List.of(), "", null);
    }

    public int created() {
        return counts.created();
    }

    public int changed() {
        return counts.changed();
    }

    public int same() {
        return counts.same();
    }

    public int conflict() {
        return counts.conflict();
    }

    /** Whether there is nothing in the way of it. */
    public boolean isGood() {
        return problems.isEmpty();
    }

    public ObjectNode toJson() {
        ObjectNode node = counts.writeTo(Json.object()).put("asked", asked);
        if (!tables.isEmpty()) {
            ObjectNode each = node.putObject("tables");
            tables.forEach((table, ofTable) -> ofTable.writeTo(each.putObject(table)));
        }
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
