package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Briefing.Figure;
import io.weekbench.api.Sheet.Mark;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How much is known of a product's features, and how much of that supports them. What nobody knows,
 * what nobody can prove and what sources disagree about never counts as support.
 *
 * @param marks how many features are marked how
 * @param weight of all features together
 * @param yes weight of those that are supported, by evidence
 * @param partial weight of those that are in part
 */
record Coverage(
        long features,
        Map<Mark, Long> marks,
        BigDecimal weight,
        BigDecimal yes,
        BigDecimal partial) {

    static Coverage of(Collection<Feature> features, Function<Feature, Holding> held) {
        Map<Mark, Long> marks = new EnumMap<>(Mark.class);
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal yes = BigDecimal.ZERO;
        BigDecimal partial = BigDecimal.ZERO;
        for (Feature feature : features) {
            Holding holding = held.apply(feature);
            marks.merge(holding.mark(), 1L, Long::sum);
            int score = holding.score().orElse(0);
            weight = weight.add(feature.weight());
            yes = score == 2 ? yes.add(feature.weight()) : yes;
            partial = score == 1 ? partial.add(feature.weight()) : partial;
        }
        return new Coverage(features.size(), marks, weight, yes, partial);
    }

    long count(Mark mark) {
        return marks.getOrDefault(mark, 0L);
    }

    /** Somebody says something, and nobody else the contrary. */
    long known() {
        return features - count(Mark.UNKNOWN) - count(Mark.CONFLICT);
    }

    long supported() {
        return count(Mark.FRESH) + count(Mark.STALE);
    }

    /** Of all features: known, by evidence, and lately. */
    BigDecimal freshShare() {
        return share(BigDecimal.valueOf(count(Mark.FRESH)), BigDecimal.valueOf(features));
    }

    /** Of the weight of all features. */
    BigDecimal support() {
        return share(yes, weight);
    }

    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, MathContext.DECIMAL64);
    }

    /** Printed on every page. */
    List<Figure> figures() {
        return List.of(
                figure(new Text("Known", "已知"), known()),
                figure(new Text("Supported by evidence", "有证据"), supported()),
                figure(new Text("Fresh", "在保鲜期内"), count(Mark.FRESH)),
                plain(new Text("Stale", "已过期"), count(Mark.STALE)),
                plain(new Text("Unsupported claims", "无证据主张"), count(Mark.UNSUPPORTED)),
                plain(new Text("Conflicts", "矛盾"), count(Mark.CONFLICT)),
                plain(new Text("Unknown", "未知"), count(Mark.UNKNOWN)),
                new Figure(new Text("Weighted support", "加权支持度"), supportText(), null));
    }

    /** As caniuse has it: wholly, and in part. */
    Text supportText() {
        String text = Say.percent(support());
        return partial.signum() == 0
                ? same(text)
                : same(text + " + " + Say.percent(share(partial, weight)));
    }

    private Figure figure(Text label, long count) {
        String share = Say.percent(share(BigDecimal.valueOf(count), BigDecimal.valueOf(features)));
        return new Figure(label, same(count + " / " + features + " (" + share + ")"), null);
    }

    private static Figure plain(Text label, long count) {
        return new Figure(label, same(Long.toString(count)), null);
    }
}
