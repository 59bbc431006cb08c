package io.weekbench.host.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Holds every page and every entry of the state against what the whole journal says it must be.
 * Nobody may apply commits meanwhile.
 */
final class StateCheck {
    private static final int TOLD = 20;
    private static final String FOLDER = "state.check";

    private final State state;
    private final Map<Trees.Name, Iterator<Tree.Entry>> actual = new EnumMap<>(Trees.Name.class);
    private final List<String> problems = new ArrayList<>();

    private StateCheck(State state) {
        this.state = state;
        for (Trees.Name name : Trees.Name.values()) {
            actual.put(name, state.tree(name).all());
        }
    }

    /** What is wrong, in words; empty where the state is what the journal adds up to. */
    static List<String> equalToReplay(Disk disk, Opened opened) {
        StateCheck check = new StateCheck(opened.state());
        try (Derived expected = new Derived(disk, FOLDER)) {
            opened.state().verifyPages();
            opened.journal().replay(1, expected);
            if (expected.revision() != opened.state().revision()) {
                check.problems.add(
                        "The state has reached revision "
                                + opened.state().revision()
                                + ", the journal "
                                + expected.revision());
            }
            expected.forEach(check::compare);
            check.nothingIsLeft();
        } catch (StateDamage e) {
            check.problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            check.problems.add("The state could not be compared: " + e.getMessage());
        }
        return check.problems;
    }

    private void compare(Trees.Name name, byte[] key, byte[] value) {
        Iterator<Tree.Entry> entries = entries(name);
        if (!entries.hasNext()) {
            add(name + " ends before " + hex(key));
            return;
        }
        Tree.Entry entry = entries.next();
        if (!Arrays.equals(entry.key(), key)) {
            add(name + " has " + hex(entry.key()) + " where " + hex(key) + " is due");
        } else if (!Arrays.equals(entry.value(), value)) {
            add(name + " has another value for " + hex(key));
        }
    }

    private void nothingIsLeft() {
        for (Trees.Name name : Trees.Name.values()) {
            if (entries(name).hasNext()) {
                add(name + " goes on with " + hex(entries(name).next().key()));
            }
        }
    }

    private Iterator<Tree.Entry> entries(Trees.Name name) {
        return actual.getOrDefault(name, state.tree(name).all());
    }

    private void add(String problem) {
        if (problems.size() < TOLD) {
            problems.add(problem);
        }
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
