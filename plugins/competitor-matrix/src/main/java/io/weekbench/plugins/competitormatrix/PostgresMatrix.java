package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's feature matrix as rows, from whichever form it was read.
 *
 * <p>A value of that matrix holds from its version upward until another one, and below the first it
 * is a "No" that somebody looked up: so each run of equal values is one row, and the versions that
 * were never listed stay unknown.
 */
final class PostgresMatrix {
    static final String NAME = "PostgreSQL";
    static final String ADDRESS = "https://www.postgresql.org/about/featurematrix/";
    static final String NO = "No";

    /** What the matrix says, and what that is here. */
    private static final Map<String, String> STATES =
            Map.of("Yes", "yes", "No", "no", "Partial", "partial", "Obsolete", "deprecated");

    private final Rows rows;
    private final NavigableMap<Version, Long> versions;
    private boolean begun;

    /**
     * @param versions of the matrix, each with the line that names it
     */
    PostgresMatrix(Rows rows, NavigableMap<Version, Long> versions) {
        this.rows = rows;
        this.versions = new TreeMap<>(versions);
    }

    /**
     * One line of the matrix.
     *
     * @param said what the matrix says, at the versions from which it says so
     */
    record Feature(
            long line,
            String group,
            String name,
            @Nullable String definition,
            @Nullable String address,
            NavigableMap<Version, String> said) {}

    void add(Feature feature) {
        if (!begun) {
            begun = true;
            rows.addIfNew(
                    CompetitorMatrix.PRODUCT,
                    feature.line(),
                    Map.of("name", NAME, "kind", "self-built"));
            versions.forEach(this::addRelease);
        }
        addFeature(feature);
        addCells(feature);
    }

    private void addRelease(Version version, long line) {
        rows.addIfNew(
                CompetitorMatrix.RELEASE,
                line,
                Map.of(
                        "product", List.of(NAME),
                        "name", version.name(),
                        "position", version.position()));
    }

    private void addFeature(Feature feature) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("group", feature.group());
        values.put("name", feature.name());
        Optional.ofNullable(feature.definition()).ifPresent(it -> values.put("definition", it));
        Optional.ofNullable(feature.address()).ifPresent(it -> values.put("address", it));
        rows.add(CompetitorMatrix.FEATURE, feature.line(), values);
    }

    private void addCells(Feature feature) {
        List<Map.Entry<Version, String>> runs = runs(feature);
        for (int i = 0; i < runs.size(); i++) {
            Map.Entry<Version, String> run = runs.get(i);
            String state = STATES.get(run.getValue());
            if (state == null) {
                refuse(feature.line(), run);
                continue;
            }
            Version next = i + 1 < runs.size() ? runs.get(i + 1).getKey() : null;
            Map<String, @Nullable Object> cell = new HashMap<>();
            cell.put("feature", List.of(feature.group(), feature.name()));
            cell.put("product", List.of(NAME));
            cell.put("since", release(run.getKey()));
            cell.put("until", next == null ? null : release(versions.lowerKey(next)));
            cell.put("state", state);
            cell.put("evidence", ADDRESS);
            rows.add(CompetitorMatrix.CELL, feature.line(), cell);
        }
    }

    /** Where the matrix begins to say something else than just below. */
    private List<Map.Entry<Version, String>> runs(Feature feature) {
        NavigableMap<Version, String> said = new TreeMap<>(feature.said());
        said.putIfAbsent(versions.firstKey(), NO);
        List<Map.Entry<Version, String>> runs = new ArrayList<>();
        for (Map.Entry<Version, String> value : said.entrySet()) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).getValue().equals(value.getValue())) {
                runs.add(value);
            }
        }
        return runs;
    }

    private static List<Object> release(Version version) {
        return List.of(List.of(NAME), version.name());
    }

    private void refuse(long line, Map.Entry<Version, String> run) {
        rows.problem(
                line,
                run.getKey().name(),
                new Text(
                        "\"" + run.getValue() + "\" is no value of this matrix.",
                        "“" + run.getValue() + "”不是这个矩阵的取值。"),
                new Text("It has Yes, No, Partial and Obsolete.", "可用的有 Yes、No、Partial、Obsolete。"));
    }
}
