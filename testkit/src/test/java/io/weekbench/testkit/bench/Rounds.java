package io.weekbench.testkit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Contenders in turn, A B A B …, so that whatever else the machine does falls on all of them, and
 * of each the median of its rounds.
 */
final class Rounds {

    private Rounds() {}

    /** One who can be measured again and again. */
    interface Contender {
        /**
         * @return how much was done a second
         */
        double round(Duration length) throws Exception;
    }

    /** The median rate of each, in their order. */
    static List<Double> rates(Setting setting, Contender... contenders) throws Exception {
        List<List<Double>> rates = new ArrayList<>();
        for (Contender contender : contenders) {
            contender.round(setting.warmUp());
            rates.add(new ArrayList<>());
        }
        for (int round = 0; round < setting.rounds(); round++) {
            for (int i = 0; i < contenders.length; i++) {
                rates.get(i).add(contenders[i].round(setting.round()));
            }
        }
        return rates.stream().map(Rounds::median).toList();
    }

    static double median(List<Double> values) {
        return percentile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
}
