package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Briefing.Figure;
import io.weekbench.api.Inquiry;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report;
import io.weekbench.api.Sheet;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Products side by side: the first is ours, the others are held against it. */
final class CompareReport implements Report {
    /** The weightiest; who needs all of many thousands exports the table. */
    private static final int LINES = 500;

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public Text label() {
        return new Text("Compare products", "产品对比");
    }

    @Override
    public Text description() {
        return new Text(
                "Two or more side by side, the first held against the others: ahead, behind or"
                        + " not known, with weighted support by group.",
                "两个或多个产品并排对比，第一个与其余比较：领先、落后或无法判断，并按分组给出加权支持度。");
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                Input.items(
                        "products",
                        new Text("Products, ours first", "产品（我方在前）"),
                        CompetitorMatrix.PRODUCT,
                        true),
                Input.flag("all", new Text("Also where they are equal", "相同的也列出")));
    }

    @Override
    public Sheet make(Inquiry inquiry) {
        Matrix matrix = new Matrix(inquiry.moment());
        Products names = new Products(inquiry.moment().snapshot());
        return new Comparing(matrix, names, inquiry.items("products")).sheet(inquiry.flag("all"));
    }

    /** One comparison. */
    private record Comparing(Matrix matrix, Products names, List<ItemRef> products) {

        Sheet sheet(boolean all) {
            List<Text> titles = products.stream().map(names::name).toList();
            List<Sheet.Part> parts = new ArrayList<>();
            products.forEach(product -> parts.add(coverage(product)));
            parts.add(support());
            parts.add(features(all));
            return new Sheet(
                    same(String.join(" / ", titles.stream().map(Text::en).toList())),
                    List.of(Notes.asOf(matrix.day()), Notes.UNKNOWN_IS_NOT_NO),
                    parts);
        }

        private Sheet.Part coverage(ItemRef product) {
            Coverage coverage =
                    Coverage.of(matrix.features(), feature -> matrix.of(product, feature));
            return new Sheet.Part(names.name(product), coverage.figures(), List.of(), List.of());
        }

        private Sheet.Part support() {
            Map<String, List<Feature>> groups = new LinkedHashMap<>();
            for (Feature feature : matrix.features()) {
                groups.computeIfAbsent(feature.group(), none -> new ArrayList<>()).add(feature);
            }
            List<Sheet.Row> rows = new ArrayList<>();
            groups.forEach((group, features) -> rows.add(support(group, features)));
            return new Sheet.Part(
                    new Text("Weighted support by group", "各分组加权支持度"),
                    List.of(),
                    head(new Text("Group", "分组")),
                    rows);
        }

        private Sheet.Row support(String group, List<Feature> features) {
            List<Sheet.Cell> cells = new ArrayList<>();
            for (ItemRef product : products) {
                Coverage coverage = Coverage.of(features, feature -> matrix.of(product, feature));
                cells.add(Sheet.Cell.share(coverage.supportText(), coverage.support()));
            }
            return new Sheet.Row(same(group), null, cells);
        }

        private Sheet.Part features(boolean all) {
            int shown = 0;
            Map<Standing, Long> counts = new EnumMap<>(Standing.class);
            List<Sheet.Row> rows = new ArrayList<>();
            List<Feature> features = new ArrayList<>(matrix.features());
            features.sort(Feature.BY_WEIGHT);
            for (Feature feature : features) {
                List<Holding> held =
                        products.stream().map(product -> matrix.of(product, feature)).toList();
                Standing standing = Standing.of(held.get(0), held.subList(1, held.size()));
                counts.merge(standing, 1L, Long::sum);
                if (all || differ(held)) {
                    shown++;
                    if (shown <= LINES) {
                        rows.add(row(feature, held, standing));
                    }
                }
            }
            if (shown > LINES) {
                rows.add(more(shown - LINES, products.size() + 1));
            }
            List<Text> head = new ArrayList<>(head(Say.FEATURE));
            head.add(new Text("Ours is", "我方"));
            List<Figure> figures = new ArrayList<>();
            for (Standing one : Standing.values()) {
                String count = Long.toString(counts.getOrDefault(one, 0L));
                figures.add(new Figure(one.label(), same(count), null));
            }
            return new Sheet.Part(
                    all ? new Text("Features", "功能") : new Text("Differences", "差异"),
                    figures,
                    head,
                    rows);
        }

        /** Of what nobody has looked at anywhere there is no difference to show. */
        private static boolean differ(List<Holding> held) {
            return held.stream().anyMatch(one -> !one.saysTheSameAs(held.get(0)));
        }

        private Sheet.Row row(Feature feature, List<Holding> held, Standing standing) {
            List<Sheet.Cell> cells = new ArrayList<>();
            held.forEach(one -> cells.add(Say.brief(one)));
            cells.add(Sheet.Cell.of(standing.label()));
            return new Sheet.Row(Say.feature(feature), matrix.ref(feature).orElse(null), cells);
        }

        private static Sheet.Row more(int count, int places) {
            return new Sheet.Row(
                    new Text("… and " + count + " more", "……另有 " + count + " 项"),
                    null,
                    Collections.nCopies(places, Sheet.Cell.of(same(""))));
        }

        private List<Text> head(Text first) {
            List<Text> head = new ArrayList<>();
            head.add(first);
            products.forEach(product -> head.add(names.name(product)));
            return head;
        }
    }
}
