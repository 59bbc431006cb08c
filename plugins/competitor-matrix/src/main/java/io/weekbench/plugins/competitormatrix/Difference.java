package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Sheet.Mark;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.List;

/** A value that reads otherwise on a later day than it did on an earlier one. */
record Difference(ItemRef product, Feature feature, Holding before, Holding after) {

    /** What a difference is about; of those that are several, the first. */
    enum Kind {
        CONFLICT("Sources disagree now", "新出现矛盾"),
        GAINED("Supported now", "新增支持"),
        CHANGED("Says otherwise now", "状态变化"),
        LEARNED("Known now", "新获知"),
        STALE("Gone stale", "新过期"),
        RENEWED("Verified anew", "重新核实");

        private final String en;
        private final String zh;

        Kind(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        Text label() {
            return new Text(en, zh);
        }
    }

    /** By product, then by weight. */
    static List<Difference> between(Matrix before, Matrix after, List<ItemRef> products) {
        List<Feature> features = new ArrayList<>(after.features());
        features.sort(Feature.BY_WEIGHT);
        List<Difference> all = new ArrayList<>();
        for (ItemRef product : products) {
            for (Feature feature : features) {
                Holding then = before.of(product, before.same(feature));
                Holding now = after.of(product, feature);
                if (!then.saysTheSameAs(now)) {
                    all.add(new Difference(product, feature, then, now));
                }
            }
        }
        return all;
    }

    Kind kind() {
        if (after.mark() == Mark.CONFLICT) {
            return Kind.CONFLICT;
        } else if (after.score().orElse(0) > before.score().orElse(0)) {
            return Kind.GAINED;
        } else if (before.isKnown() && !before.state().equals(after.state())) {
            return Kind.CHANGED;
        } else if (after.mark() == Mark.STALE) {
            return Kind.STALE;
        }
        return before.isKnown() ? Kind.RENEWED : Kind.LEARNED;
    }
}
