package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Inquiry;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report;
import io.weekbench.api.Sheet;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page on one rival: where we are ahead, where they are, where nobody can tell, each line with
 * what it rests on.
 */
final class BattleCard implements Report {
    /** As many lines under a heading as a page has room for. */
    private static final int LINES = 25;

    @Override
    public String id() {
        return "battle-card";
    }

    @Override
    public Text label() {
        return new Text("Battle card", "竞品对战卡");
    }

    @Override
    public Text description() {
        return new Text(
                "One page on a rival: ahead, behind, cannot be told, every line with its evidence.",
                "一页看清一个竞品：领先、落后、无法判断，每行都有证据。");
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                Input.item("product", new Text("Rival", "竞品"), CompetitorMatrix.PRODUCT, true),
                Input.item(
                        "against",
                        new Text("Held against (ours)", "对照（默认我方产品）"),
                        CompetitorMatrix.PRODUCT,
                        false));
    }

    @Override
    public Sheet make(Inquiry inquiry) {
        Products products = new Products(inquiry.moment().snapshot());
        ItemRef rival = inquiry.item("product").orElseThrow();
        Optional<ItemRef> ours =
                inquiry.item("against")
                        .or(() -> products.own().stream().findFirst())
                        .filter(own -> !own.equals(rival));
        Card card = new Card(new Matrix(inquiry.moment()), products, rival);
        return ours.map(card::against).orElseGet(card::alone);
    }

    /** One card. */
    private record Card(Matrix matrix, Products products, ItemRef rival) {

        Sheet against(ItemRef ours) {
            Map<Standing, List<Feature>> sorted = new EnumMap<>(Standing.class);
            for (Feature feature : byWeight()) {
                Holding theirs = matrix.of(rival, feature);
                Standing standing = Standing.of(matrix.of(ours, feature), List.of(theirs));
                sorted.computeIfAbsent(standing, none -> new ArrayList<>()).add(feature);
            }
            List<ItemRef> both = List.of(ours, rival);
            List<Sheet.Part> parts = new ArrayList<>(List.of(coverage(rival), coverage(ours)));
            part(new Text("We are ahead", "我方领先"), both, sorted.get(Standing.AHEAD), parts);
            part(new Text("They are ahead", "对方领先"), both, sorted.get(Standing.BEHIND), parts);
            part(
                    new Text("Cannot be told: look first", "无法判断：请先核实"),
                    both,
                    sorted.get(Standing.UNKNOWN),
                    parts);
            part(new Text("Equal", "相当"), both, sorted.get(Standing.EQUAL), parts);
            return sheet(parts);
        }

        /**
         * There is nothing to hold it against: what they can, what they cannot, what nobody knows.
         */
        Sheet alone() {
            List<Feature> can = new ArrayList<>();
            List<Feature> cannot = new ArrayList<>();
            List<Feature> open = new ArrayList<>();
            for (Feature feature : byWeight()) {
                Optional<Integer> score = matrix.of(rival, feature).score();
                (score.isEmpty() ? open : score.get() > 0 ? can : cannot).add(feature);
            }
            List<ItemRef> one = List.of(rival);
            List<Sheet.Part> parts = new ArrayList<>(List.of(coverage(rival)));
            part(new Text("They can", "支持的"), one, can, parts);
            part(new Text("They cannot", "不支持的"), one, cannot, parts);
            part(new Text("Cannot be told: look first", "无法判断：请先核实"), one, open, parts);
            return sheet(parts);
        }

        private Sheet sheet(List<Sheet.Part> parts) {
            Text name = products.name(rival);
            return new Sheet(
                    new Text("Battle card: " + name.en(), "竞品对战卡：" + name.zh()),
                    List.of(
                            new Text(
                                    "As known on " + matrix.day() + ".",
                                    "截至 " + matrix.day() + " 所知。"),
                            Notes.UNKNOWN_IS_NOT_NO),
                    parts);
        }

        private List<Feature> byWeight() {
            List<Feature> features = new ArrayList<>(matrix.features());
            features.sort(Feature.BY_WEIGHT);
            return features;
        }

        private Sheet.Part coverage(ItemRef product) {
            Coverage coverage =
                    Coverage.of(matrix.features(), feature -> matrix.of(product, feature));
            return new Sheet.Part(products.name(product), coverage.figures(), List.of(), List.of());
        }

        private void part(
                Text label,
                List<ItemRef> compared,
                @Nullable List<Feature> features,
                List<Sheet.Part> parts) {
            if (features == null || features.isEmpty()) {
                return;
            }
            List<Text> head = new ArrayList<>();
            head.add(Say.FEATURE);
            compared.forEach(product -> head.add(products.name(product)));
            List<Sheet.Row> rows = new ArrayList<>();
            for (Feature feature : features.subList(0, Math.min(LINES, features.size()))) {
                rows.add(row(feature, compared));
            }
            int more = features.size() - rows.size();
            if (more > 0) {
                rows.add(
                        new Sheet.Row(
                                new Text("… and " + more + " more", "……另有 " + more + " 项"),
                                null,
                                compared.stream().map(none -> Sheet.Cell.of(same(""))).toList()));
            }
            String count = " (" + features.size() + ")";
            parts.add(new Sheet.Part(Say.and(label, "", same(count)), List.of(), head, rows));
        }

        private Sheet.Row row(Feature feature, List<ItemRef> compared) {
            List<Sheet.Cell> cells = new ArrayList<>();
            for (ItemRef product : compared) {
                cells.add(Say.whole(matrix, product, feature));
            }
            ItemRef about = matrix.ref(feature).orElse(null);
            return new Sheet.Row(Say.feature(feature), about, cells);
        }
    }
}
