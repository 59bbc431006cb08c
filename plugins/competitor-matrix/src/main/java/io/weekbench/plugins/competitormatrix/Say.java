package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Evidence;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Sheet;
import io.weekbench.api.Sheet.Mark;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page says of a value, in both languages. */
final class Say {
    static final Text FEATURE = new Text("Feature", "功能");

    private static final Map<String, Text> STATES =
            Map.of(
                    "yes", new Text("yes", "支持"),
                    "partial", new Text("partial", "部分支持"),
                    "no", new Text("no", "不支持"),
                    "planned", new Text("planned", "规划中"),
                    "deprecated", new Text("deprecated", "已废弃"),
                    "not-applicable", new Text("not applicable", "不适用"));
    private static final Text UNKNOWN = new Text("unknown", "未知");

    private Say() {}

    static Text same(String text) {
        return new Text(text, text);
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    static Text state(String state) {
        return STATES.getOrDefault(state, UNKNOWN);
    }

    /** A state with how well it is known; of a release nobody looked at, what it was before. */
    static Text holding(Holding holding) {
        Text state = state(holding.state());
        boolean unseen = holding.mark() == Mark.UNKNOWN && Claim.is(holding.state());
        return unseen
                ? new Text(
                        "unknown: " + state.en() + " before the newest release",
                        "未知（最新版本之前为" + state.zh() + "）")
                : state;
    }

    static Text and(Text left, String separator, Text right) {
        return new Text(left.en() + separator + right.en(), left.zh() + separator + right.zh());
    }

    static Text feature(Feature feature) {
        return same(feature.group() + " · " + feature.name());
    }

    /** A cell of a large table: with the address it rests on. */
    static Sheet.Cell brief(Holding holding) {
        String address = holding.evidence();
        List<Evidence> evidence =
                address == null || !holding.isSupported()
                        ? List.of()
                        : List.of(new Evidence(address, "", holding.verifiedOn()));
        return new Sheet.Cell(holding(holding), holding.mark(), null, evidence, null);
    }

    /** A cell of a card: with its note, and with every source that counts, quoted. */
    static Sheet.Cell whole(Matrix matrix, ItemRef product, Feature feature) {
        Holding holding = matrix.of(product, feature);
        Optional<Item> row = matrix.row(product, feature, holding);
        if (row.isEmpty()) {
            return brief(holding);
        }
        List<Evidence> evidence = new ArrayList<>();
        matrix.sources(row.get()).stream()
                .filter(one -> counts(one, holding))
                .sorted(Comparator.comparing(Statement::address))
                .forEach(one -> evidence.add(evidence(one, holding)));
        Text text = holding(holding);
        String note = row.get().text("note").map(Say::line).orElse("");
        return new Sheet.Cell(
                note.isEmpty() ? text : and(text, " — ", same(note)),
                holding.mark(),
                row.get().ref(),
                evidence,
                null);
    }

    private static boolean counts(Statement one, Holding holding) {
        boolean restsOnIt = one.address().equals(holding.evidence());
        return restsOnIt || (holding.mark() == Mark.CONFLICT && one.stands());
    }

    /** In a conflict each source is quoted with what it says. */
    private static Evidence evidence(Statement one, Holding holding) {
        String quote = one.quote() == null ? "" : one.quote();
        String says = holding.mark() == Mark.CONFLICT ? one.says() + ": " : "";
        LocalDate day = one.address().equals(holding.evidence()) ? holding.verifiedOn() : null;
        return new Evidence(one.address(), says + quote, day == null ? one.foundOn() : day);
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 160
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, 159))) + "…";
    }
}
