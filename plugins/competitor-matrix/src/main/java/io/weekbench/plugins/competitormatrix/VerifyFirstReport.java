package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Inquiry;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report;
import io.weekbench.api.Sheet;
import io.weekbench.api.Sheet.Mark;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is worth looking at first: what weighs most of what is not surely known. */
final class VerifyFirstReport implements Report {
    private static final int LINES = 100;

    /** What one would look at, in this order where they are worth the same. */
    private static final List<Mark> DOUBTS =
            List.of(Mark.CONFLICT, Mark.UNSUPPORTED, Mark.STALE, Mark.UNKNOWN);

    private record Doubt(ItemRef product, Feature feature, Holding holding) {
        /** Weight × staleness. */
        BigDecimal risk() {
            return feature.weight().multiply(holding.doubt());
        }

        static final Comparator<Doubt> ORDER =
                Comparator.comparing(Doubt::risk)
                        .reversed()
                        .thenComparing(one -> DOUBTS.indexOf(one.holding.mark()))
                        .thenComparing(Doubt::feature, Feature.BY_WEIGHT)
                        .thenComparing(one -> one.product.id());
    }

    @Override
    public String id() {
        return "verify-first";
    }

    @Override
    public Text label() {
        return new Text("Verify first", "优先核实");
    }

    @Override
    public Text description() {
        return new Text(
                "What weighs most of what is in conflict, without evidence, stale or unknown.",
                "有矛盾、无证据、已过期或未知的项中，权重最高的在前。");
    }

    @Override
    public List<Input> inputs() {
        return List.of(Products.ASKED);
    }

    @Override
    public Sheet make(Inquiry inquiry) {
        Matrix matrix = new Matrix(inquiry.moment());
        Products names = new Products(inquiry.moment().snapshot());
        List<ItemRef> products = names.asked(inquiry);
        List<Doubt> doubts = new ArrayList<>();
        for (ItemRef product : products) {
            for (Feature feature : matrix.features()) {
                Holding holding = matrix.of(product, feature);
                if (DOUBTS.contains(holding.mark())) {
                    doubts.add(new Doubt(product, feature, holding));
                }
            }
        }
        doubts.sort(Doubt.ORDER);
        List<Sheet.Row> rows = new ArrayList<>();
        for (Doubt one : doubts.subList(0, Math.min(LINES, doubts.size()))) {
            rows.add(row(one, matrix, names));
        }
        return new Sheet(
                new Text("Verify these first", "请优先核实"),
                List.of(
                        Notes.asOf(matrix.day()),
                        new Text(
                                doubts.size()
                                        + " values are not surely known; the first "
                                        + rows.size()
                                        + " of them.",
                                "共有 " + doubts.size() + " 项不能确定，以下为前 " + rows.size() + " 项。")),
                List.of(
                        new Sheet.Part(
                                new Text("By weight × staleness", "按 权重 × 陈旧程度"),
                                List.of(),
                                List.of(
                                        Say.FEATURE,
                                        new Text("Product", "产品"),
                                        new Text("Worth verifying", "核实价值"),
                                        new Text("Says", "当前说法")),
                                rows)));
    }

    private static Sheet.Row row(Doubt doubt, Matrix matrix, Products names) {
        return new Sheet.Row(
                Say.feature(doubt.feature()),
                matrix.ref(doubt.feature()).orElse(null),
                List.of(
                        Sheet.Cell.of(names.name(doubt.product())),
                        Sheet.Cell.of(same(doubt.risk().stripTrailingZeros().toPlainString())),
                        Say.brief(doubt.holding())));
    }
}
