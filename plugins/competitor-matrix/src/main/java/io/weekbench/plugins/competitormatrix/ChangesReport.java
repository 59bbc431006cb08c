package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Briefing.Figure;
import io.weekbench.api.Inquiry;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report;
import io.weekbench.api.Sheet;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.List;

/** What reads otherwise than it did on an earlier day, and by how much coverage moved. */
final class ChangesReport implements Report {

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public Text label() {
        return new Text("Changes between two days", "两日之间的变化");
    }

    @Override
    public Text description() {
        return new Text(
                "Gained, changed, learned, gone stale, in conflict: of any product between any two"
                        + " days.",
                "任意产品在任意两日之间：新增支持、状态变化、新获知、新过期、新矛盾。");
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.moment("from", new Text("From", "起始日期"), true), Products.ASKED);
    }

    @Override
    public Sheet make(Inquiry inquiry) {
        Matrix before = new Matrix(inquiry.moment("from").orElseThrow());
        Matrix after = new Matrix(inquiry.moment());
        Products names = new Products(inquiry.moment().snapshot());
        List<ItemRef> products = names.asked(inquiry);
        List<Difference> differences = Difference.between(before, after, products);
        List<Sheet.Part> parts = new ArrayList<>();
        parts.add(coverage(before, after, names, products));
        for (Difference.Kind kind : Difference.Kind.values()) {
            List<Difference> some = differences.stream().filter(one -> one.kind() == kind).toList();
            if (!some.isEmpty()) {
                parts.add(part(kind, some, after, names));
            }
        }
        String days = before.day() + " – " + after.day();
        return new Sheet(
                new Text("Changes of the matrix, " + days, "功能矩阵变化，" + days),
                List.of(Notes.UNKNOWN_IS_NOT_NO),
                parts);
    }

    private static Sheet.Part coverage(
            Matrix before, Matrix after, Products names, List<ItemRef> products) {
        List<Figure> figures = new ArrayList<>();
        for (ItemRef product : products) {
            figures.add(
                    new Figure(names.name(product), known(after, product), known(before, product)));
        }
        return new Sheet.Part(
                new Text("Coverage: known / by evidence / fresh", "覆盖率：已知 / 有证据 / 未过期"),
                figures,
                List.of(),
                List.of());
    }

    private static Text known(Matrix matrix, ItemRef product) {
        Coverage all = Coverage.of(matrix.features(), one -> matrix.of(product, one));
        String counts = all.known() + " / " + all.supported() + " / " + all.count(Sheet.Mark.FRESH);
        return same(counts + " (" + all.features() + ")");
    }

    private static Sheet.Part part(
            Difference.Kind kind, List<Difference> differences, Matrix after, Products names) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (Difference one : differences) {
            rows.add(
                    new Sheet.Row(
                            Say.feature(one.feature()),
                            after.ref(one.feature()).orElse(null),
                            List.of(
                                    Sheet.Cell.of(names.name(one.product())),
                                    Say.brief(one.before()),
                                    Say.brief(one.after()))));
        }
        return new Sheet.Part(
                Say.and(kind.label(), " ", same("(" + rows.size() + ")")),
                List.of(),
                List.of(
                        Say.FEATURE,
                        new Text("Product", "产品"),
                        new Text("Before", "此前"),
                        new Text("Now", "现在")),
                rows);
    }
}
