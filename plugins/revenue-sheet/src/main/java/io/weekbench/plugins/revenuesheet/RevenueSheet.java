package io.weekbench.plugins.revenuesheet;

import io.weekbench.api.Rule;
import io.weekbench.api.Tracker;
import java.util.List;

/** The Java half of the tracker; what can be declared stands in {@code tracker.json}. */
public final class RevenueSheet implements Tracker {
    static final String MONTH = "revenue-sheet.month";
    static final String FORECAST = "revenue-sheet.forecast";

    @Override
    public List<Rule> rules() {
        return List.of(new MonthChainRule(), new ForecastRule());
    }
}
