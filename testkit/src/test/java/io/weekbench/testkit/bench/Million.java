package io.weekbench.testkit.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A home with a million items, 0.45 million of them changed since a first revision. Made once a
 * run, by a JVM with a small heap, and what was measured on the way is kept.
 */
final class Million {
    private static final int ITEMS = 1_000_000;
    private static final double CHANGED = 0.45;
    private static final String HEAP = "512m";

    private static final Map<Setting, Million> MADE = new HashMap<>();

    private final Path folder;
    private final int items;
    private final Map<String, String> told = new HashMap<>();

    private Million(Path folder, int items) {
        this.folder = folder;
        this.items = items;
    }

    static Million of(Setting setting) throws Exception {
        Million made = MADE.get(setting);
        if (made == null) {
            made = new Million(setting.newFolder("million"), setting.items(ITEMS));
            made.make();
            MADE.put(setting, made);
        }
        return made;
    }

    private void make() throws Exception {
        stage("load", 0, items);
        stage("rebuild", 0, items);
        stage("change", 0, (int) (items * CHANGED));
    }

    private void stage(String name, int from, int until) throws Exception {
        System.err.println("million: " + name + " …");
        told.putAll(
                Child.run(
                        HEAP,
                        MillionStage.class,
                        name,
                        folder.toString(),
                        Integer.toString(from),
                        Integer.toString(until)));
    }

    Path folder() {
        return folder;
    }

    int items() {
        return items;
    }

    String told(String name) {
        String value = told.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " was not told, only " + told.keySet());
        }
        return value;
    }

    double number(String name) {
        return Double.parseDouble(told(name));
    }
}
