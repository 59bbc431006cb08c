package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Briefing;
import io.weekbench.api.Briefing.Figure;
import io.weekbench.api.Inquiry;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Section;
import io.weekbench.api.Sheet.Mark;
import io.weekbench.api.Text;
import io.weekbench.api.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the week meant for the matrix: what rivals gained, what grew stale, what is in conflict. */
final class WeekSection implements Section {
    private static final int LINES = 20;
    private static final Set<Difference.Kind> TOLD =
            Set.of(
                    Difference.Kind.GAINED,
                    Difference.Kind.CHANGED,
                    Difference.Kind.STALE,
                    Difference.Kind.CONFLICT);

    @Override
    public String id() {
        return "matrix";
    }

    @Override
    public Text label() {
        return new Text("Feature matrix", "功能矩阵");
    }

    @Override
    public Briefing say(Week week) {
        Matrix before = new Matrix(new Inquiry.Moment(week.first().minusDays(1), week.before()));
        Matrix after = new Matrix(new Inquiry.Moment(week.today(), week.after()));
        Products products = new Products(week.after());
        List<Difference> differences = Difference.between(before, after, products.all());
        if (differences.isEmpty() && after.features().isEmpty()) {
            return Briefing.NONE;
        }
        return new Briefing(
                figures(before, after, products, differences),
                lines(differences, after, products),
                decisions(after, products));
    }

    private static List<Figure> figures(
            Matrix before, Matrix after, Products products, List<Difference> differences) {
        long gained =
                differences.stream()
                        .filter(one -> one.kind() == Difference.Kind.GAINED)
                        .filter(one -> !products.own().contains(one.product()))
                        .count();
        Tally then = Tally.of(before, products.all());
        Tally now = Tally.of(after, products.all());
        return List.of(
                Figure.of(new Text("Known", "已知"), now.known, then.known),
                Figure.of(new Text("Supported by evidence", "有证据"), now.supported, then.supported),
                Figure.of(new Text("Fresh", "在保鲜期内"), now.fresh, then.fresh),
                Figure.of(new Text("Stale", "已过期"), now.stale, then.stale),
                Figure.of(
                        new Text("Unsupported claims", "无证据主张"), now.unsupported, then.unsupported),
                Figure.of(new Text("Conflicts", "矛盾"), now.conflicts, then.conflicts),
                new Figure(
                        new Text("Values that read otherwise", "发生变化的项"),
                        same(Integer.toString(differences.size())),
                        null),
                new Figure(
                        new Text("Gained by rivals", "竞品新增支持"), same(Long.toString(gained)), null));
    }

    /** Over all products. */
    private record Tally(
            long known, long supported, long fresh, long stale, long unsupported, long conflicts) {

        static Tally of(Matrix matrix, List<ItemRef> products) {
            List<Coverage> all =
                    products.stream()
                            .map(
                                    product ->
                                            Coverage.of(
                                                    matrix.features(),
                                                    one -> matrix.of(product, one)))
                            .toList();
            return new Tally(
                    all.stream().mapToLong(Coverage::known).sum(),
                    all.stream().mapToLong(Coverage::supported).sum(),
                    sum(all, Mark.FRESH),
                    sum(all, Mark.STALE),
                    sum(all, Mark.UNSUPPORTED),
                    sum(all, Mark.CONFLICT));
        }

        private static long sum(List<Coverage> all, Mark mark) {
            return all.stream().mapToLong(one -> one.count(mark)).sum();
        }
    }

    private static List<Briefing.Line> lines(
            List<Difference> differences, Matrix after, Products products) {
        List<Briefing.Line> lines = new ArrayList<>();
        for (Difference.Kind kind : Difference.Kind.values()) {
            List<Difference> some =
                    differences.stream()
                            .filter(one -> TOLD.contains(kind) && one.kind() == kind)
                            .toList();
            some.stream().limit(LINES).map(one -> line(one, after, products)).forEach(lines::add);
            int more = some.size() - LINES;
            if (more > 0) {
                Text rest = new Text(": " + more + " more", "：另有 " + more + " 项");
                lines.add(new Briefing.Line(Say.and(kind.label(), "", rest), null));
            }
        }
        return lines;
    }

    private static Briefing.Line line(Difference one, Matrix after, Products products) {
        Text what = Say.and(products.name(one.product()), " — ", Say.feature(one.feature()));
        Text from = Say.holding(one.before());
        Text to = Say.holding(one.after());
        Text change = one.kind() == Difference.Kind.STALE ? to : Say.and(from, " → ", to);
        Text said = Say.and(one.kind().label(), ": ", what);
        return new Briefing.Line(
                Say.and(said, ": ", change), after.ref(one.feature()).orElse(null));
    }

    /** Nobody but a person can settle a conflict. */
    private static List<Briefing.Line> decisions(Matrix matrix, Products products) {
        List<Briefing.Line> lines = new ArrayList<>();
        for (ItemRef product : products.all()) {
            matrix.of(product).entrySet().stream()
                    .filter(one -> one.getValue().mark() == Mark.CONFLICT)
                    .sorted((a, b) -> Feature.BY_WEIGHT.compare(a.getKey(), b.getKey()))
                    .map(
                            one ->
                                    new Briefing.Line(
                                            Say.and(
                                                    new Text("Sources disagree: ", "出处矛盾："),
                                                    "",
                                                    Say.and(
                                                            products.name(product),
                                                            " — ",
                                                            Say.feature(one.getKey()))),
                                            matrix.ref(one.getKey()).orElse(null)))
                    .forEach(lines::add);
        }
        return lines.subList(0, Math.min(LINES, lines.size()));
    }
}
