package io.weekbench.testkit.bench;

import java.util.List;

/** A million items into an empty home: what the trees can take, and what the whole road can. */
final class Loading implements Benchmark {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Million million = Million.of(setting);
        String items = Row.format("%,d", million.items());
        return List.of(
                Row.rate(
                        "load " + items + " items by the sorted sink",
                        100_000,
                        million.number("sink rate"),
                        "state made anew from the journal; -Xmx512m: " + million.told("sink cost")),
                Row.rate(
                        "load " + items + " items through the road",
                        15_000,
                        million.number("road rate"),
                        "steps of 20,000, each judged whole first; the index follows beside; -Xmx512m: "
                                + million.told("road cost")),
                new Row(
                        "change 45 % of them through the road",
                        "",
                        Row.perSecond(million.number("change rate")),
                        "",
                        "",
                        "-Xmx512m: " + million.told("change cost")));
    }
}
