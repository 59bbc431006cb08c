package io.weekbench.testkit.bench;

import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A matrix of features by products and their releases, with something stated in every cell. */
final class Features {
    static final int ROWS = 500;
    static final int PRODUCTS = 5;
    static final int RELEASES = 10;

    private static final int GROUPS = 20;
    private static final List<String> STATES =
            List.of("yes", "partial", "no", "planned", "unknown");
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 9, 1);

    private Features() {}

    static ItemRef feature(int row) {
        return new ItemRef("bench.feature", "f" + row);
    }

    static ItemRef product(int product) {
        return new ItemRef("bench.product", "p" + product);
    }

    private static ItemRef release(int product, int release) {
        return new ItemRef("bench.release", "p" + product + "r" + release);
    }

    static List<Request> axes() {
        List<Request> axes = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, Object> values =
                    Map.of(
                            "name",
                                    "Feature "
                                            + row
                                            + ": "
                                            + Sample.of(row).note().substring(0, 24),
                            "group", "Group " + row % GROUPS,
                            "weight", BigDecimal.valueOf(row % 7));
            axes.add(create(feature(row), values));
        }
        for (int product = 0; product < PRODUCTS; product++) {
            axes.add(create(product(product), Map.of("name", "Product " + product)));
            for (int release = 0; release < RELEASES; release++) {
                Map<String, Object> values =
                        Map.of(
                                "product",
                                product(product),
                                "name",
                                9 + release + ".0",
                                "position",
                                (long) release,
                                "releasedOn",
                                FIRST_DAY.plusYears(release));
                axes.add(create(release(product, release), values));
            }
        }
        return axes;
    }

    static List<Request> cells() {
        List<Request> cells = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int product = 0; product < PRODUCTS; product++) {
                for (int release = 0; release < RELEASES; release++) {
                    cells.add(cell(row, product, release));
                }
            }
        }
        return cells;
    }

    private static Request cell(int row, int product, int release) {
        SplittableRandom random = new SplittableRandom((row * 100L + product) * 100 + release);
        Map<String, Object> values =
                Map.of(
                        "feature", feature(row),
                        "product", product(product),
                        "since", release(product, release),
                        "state", STATES.get(random.nextInt(STATES.size())),
                        "sources", (long) random.nextInt(4),
                        "contradicting", random.nextInt(12) / 11L,
                        "verifiedOn", LocalDate.of(2026, 11, 1).minusDays(random.nextInt(500)),
                        "note", "cell " + row + " " + product + " " + release);
        ItemRef ref = new ItemRef("bench.cell", "c" + row + "p" + product + "r" + release);
        return create(ref, values);
    }

    private static Request create(ItemRef ref, Map<String, Object> values) {
        return new Request.Create(ref.table(), ref.id(), values, Grounds.NONE);
    }
}
