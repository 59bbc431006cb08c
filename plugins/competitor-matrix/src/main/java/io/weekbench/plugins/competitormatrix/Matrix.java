package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Inquiry;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The matrix as it stood on a day: every feature, and for each product that is asked about what
 * holds at its newest release. What has no row is unknown.
 */
final class Matrix {
    private final Snapshot snapshot;
    private final LocalDate day;
    private final Map<List<String>, Feature> features = new TreeMap<>(BY_NAME);
    private final Map<ItemRef, Map<Feature, Holding>> holdings = new HashMap<>();

    private static final Comparator<List<String>> BY_NAME =
            Comparator.<List<String>, String>comparing(key -> key.get(0))
                    .thenComparing(key -> key.get(1));

    /** A release, as far as it matters when somebody looked. */
    private record Release(long position, LocalDate outOn) {}

    Matrix(Inquiry.Moment moment) {
        this.snapshot = moment.snapshot();
        this.day = moment.day();
        for (Groups.Group row :
                groups(CompetitorMatrix.FEATURE, "", List.of("group", "name", "weight"))) {
            String group = (String) row.by().getOrDefault("group", "");
            String name = (String) row.by().getOrDefault("name", "");
            BigDecimal weight = (BigDecimal) row.by().getOrDefault("weight", BigDecimal.ONE);
            features.put(List.of(group, name), new Feature(group, name, weight));
        }
    }

    LocalDate day() {
        return day;
    }

    /** By group and name. */
    List<Feature> features() {
        return new ArrayList<>(features.values());
    }

    /** The feature of that name here, where it may weigh otherwise. */
    Feature same(Feature feature) {
        return features.getOrDefault(List.of(feature.group(), feature.name()), feature);
    }

    /** What the product says to each feature somebody has a row for. */
    Map<Feature, Holding> of(ItemRef product) {
        return holdings.computeIfAbsent(product, this::read);
    }

    Holding of(ItemRef product, Feature feature) {
        return of(product).getOrDefault(feature, Holding.UNKNOWN);
    }

    private Map<Feature, Holding> read(ItemRef product) {
        String ofProduct = "product == '" + product + "'";
        Optional<Release> newest = newest(ofProduct);
        Long position = newest.map(Release::position).orElse(null);
        Map<List<String>, Stated> held = new HashMap<>();
        Grouping cells =
                new Grouping(
                        CompetitorMatrix.CELL,
                        ofProduct,
                        "",
                        Stated.FIELDS,
                        List.of(new Grouping.Figure(Grouping.Function.SUM, "contradicting")));
        for (Groups.Group row : snapshot.groups(cells).groups()) {
            Stated stated = Stated.of(row);
            if (stated.holdsAt(position)) {
                held.merge(
                        List.of(stated.group(), stated.name()),
                        stated,
                        (a, b) -> a.rank() >= b.rank() ? a : b);
            }
        }
        Map<Feature, Holding> known = new HashMap<>();
        for (Stated stated : held.values()) {
            Feature feature = features.get(List.of(stated.group(), stated.name()));
            if (feature != null) {
                known.put(feature, Holding.of(stated, day, isUnseen(stated, newest)));
            }
        }
        return known;
    }

    private Optional<Release> newest(String ofProduct) {
        List<String> fields = List.of("position", "releasedOn", "addedOn");
        return groups(CompetitorMatrix.RELEASE, ofProduct, fields).stream()
                .filter(row -> row.by().containsKey("position"))
                .map(Matrix::release)
                .filter(release -> !release.outOn().isAfter(day))
                .max(Comparator.comparing(Release::position));
    }

    private static Release release(Groups.Group row) {
        Object entered = row.by().getOrDefault("addedOn", LocalDate.MIN);
        return new Release(
                (Long) row.by().getOrDefault("position", 0L),
                (LocalDate) row.by().getOrDefault("releasedOn", entered));
    }

    /** A value verified before a release was out says nothing of that release. */
    private static boolean isUnseen(Stated stated, Optional<Release> newest) {
        LocalDate verifiedOn = stated.verifiedOn();
        return verifiedOn != null
                && newest.filter(release -> release.position() != stated.rank())
                        .filter(release -> release.outOn().isAfter(verifiedOn))
                        .isPresent();
    }

    private List<Groups.Group> groups(String table, String where, List<String> by) {
        return snapshot.groups(new Grouping(table, where, "", by, List.of())).groups();
    }

    /** The feature itself, to lead to. */
    Optional<ItemRef> ref(Feature feature) {
        List<Object> key = List.of(feature.group(), feature.name());
        return snapshot.byKey(CompetitorMatrix.FEATURE, key).map(Item::ref);
    }

    /** The row a holding comes from, with all that is in it. */
    Optional<Item> row(ItemRef product, Feature feature, Holding holding) {
        Optional<ItemRef> ref = holding.equals(Holding.UNKNOWN) ? Optional.empty() : ref(feature);
        return ref.flatMap(
                one ->
                        snapshot.referring(one, CompetitorMatrix.CELL + ".feature").stream()
                                .filter(
                                        row ->
                                                row.reference("product")
                                                        .equals(Optional.of(product)))
                                .filter(row -> isOf(row, holding))
                                .findFirst());
    }

    private static boolean isOf(Item row, Holding holding) {
        return row.integer("position").equals(Optional.ofNullable(holding.position()))
                && row.text("state").equals(Optional.of(holding.state()));
    }

    /** What every source says of it that somebody ever found. */
    List<Statement> sources(Item row) {
        return snapshot.referring(row.ref(), CompetitorMatrix.EVIDENCE + ".cell").stream()
                .map(Statement::of)
                .toList();
    }
}
