package io.weekbench.host.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.tracker.SpecNumbers.Reconciled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpecNumbersTest {
    private Catalog catalog = new Catalog(List.of());

    @Test
    void numbersFieldsInTheirOrderAndTablesAfterTheHostsOwn() {
        assertEquals("16: 1 a:text, 2 b:date", install("", "a:text", "b:date"));
    }

    @Test
    void changesNothingTheSecondTime() {
        install("a", "a:text", "b:date");
        Reconciled again = reconcile("a", "a:text", "b:date");
        assertFalse(again.changed());
        assertEquals(List.of(), again.steps());
    }

    @Test
    void keepsTheNumberOfARenamedField() {
        install("", "a:text", "b:date");
        assertEquals("16: 1 c:text, 2 b:date", install("", "c:text<a", "b:date"));
        assertEquals("16: 1 c:text, 2 b:date", install("", "c:text<a", "b:date"));
    }

    @Test
    void keepsTheNumberWhenARenameIsRolledBack() {
        install("", "a:text", "b:date");
        install("", "c:text<a", "b:date");
        assertEquals("16: 1 a:text, 2 b:date", install("", "a:text", "b:date"));
    }

    @Test
    void letsOneFieldTakeTheNameOfAnother() {
        install("", "a:text", "b:text", "c:text");
        assertEquals("16: 2 a:text, 3 c:text, (1 a:text)", install("", "a:text<b", "c:text"));
    }

    @Test
    void retiresARemovedFieldAndAdoptsItWhenItComesBack() {
        install("", "a:text", "b:date");
        assertEquals("16: 1 a:text, (2 b:date)", install("", "a:text"));
        assertEquals("16: 1 a:text, 3 c:date, (2 b:date)", install("", "a:text", "c:date"));
        assertEquals("16: 2 b:date, 1 a:text, 3 c:date", install("", "b:date", "a:text", "c:date"));
    }

    @Test
    void givesARetypedFieldANewNumberAndRetiresTheOld() {
        install("", "a:text", "b:date");
        assertEquals("16: 1 a:text, 3 b:text, (2 b:date)", install("", "a:text", "b:text"));
        assertEquals("16: 1 a:text, 2 b:date, (3 b:text)", install("", "a:text", "b:date"));
    }

    @Test
    void keepsTheNumberWhereOnlyTheKindOfTextChanges() {
        install("", "a:text");
        assertEquals("16: 1 a:markdown", install("", "a:markdown"));
    }

    @Test
    void givesAReferenceToAnotherTableANewNumber() {
        install("", "a:text", "b:reference:o.p");
        assertEquals(
                "16: 1 a:text, 3 b:reference, (2 b:reference)",
                install("", "a:text", "b:reference:o.q"));
    }

    @Test
    void neverTakesAStoredFieldForADerivedOne() {
        install("", "a:text", "b:integer");
        assertEquals(
                "16: 1 a:text, 3 b:computed, (2 b:integer)", install("", "a:text", "b:computed"));
        assertEquals(
                "16: 1 a:text, 2 b:integer, (3 b:computed)", install("", "a:text", "b:integer"));
    }

    @Test
    void saysWhatToCarryOverWhereEveryValueFits() {
        install("", "a:text", "b:integer", "c:choice", "d:text");
        Reconciled result = reconcile("", "a:text", "b:decimal", "c:text", "d:date");
        assertEquals(
                List.of(new DataStep.Carry("t.x", 2, 5), new DataStep.Carry("t.x", 3, 6)),
                result.steps());
    }

    @Test
    void asksForNewKeysOnlyWhereTheKeyIsOther() {
        install("a", "a:text", "b:date");
        assertEquals(List.of(), reconcile("c", "c:text<a", "b:date").steps());
        assertEquals(
                List.of(new DataStep.Rekey("t.x")), reconcile("a b", "a:text", "b:date").steps());
        assertEquals(List.of(new DataStep.Rekey("t.x")), reconcile("a", "a:date").steps());
    }

    @Test
    void retiresARemovedTableAndAdoptsItAgain() {
        TrackerSpec both = twoTables("x", "y");
        catalog = catalog.with(SpecNumbers.reconcile(both, catalog).tracker());
        TrackerSpec one = SpecNumbers.reconcile(twoTables("y"), catalog).tracker();
        catalog = catalog.with(one);
        assertEquals(List.of("t.y", "t.x"), one.tables().stream().map(TableSpec::id).toList());
        assertTrue(catalog.table("t.x").orElseThrow().retired());
        assertEquals(18, catalog.nextTableNumber());

        Reconciled again = SpecNumbers.reconcile(both, catalog);
        assertEquals(
                List.of(16, 17), again.tracker().tables().stream().map(TableSpec::number).toList());
        assertFalse(again.tracker().tables().get(0).retired());
        assertEquals(List.of(), again.steps());
    }

    @Test
    void givesEachTrackerItsOwnTableNumbers() {
        install("", "a:text");
        TrackerSpec other = Trackers.read(text(Trackers.table("", "a:text"))).declared();
        assertEquals(17, SpecNumbers.reconcile(other, catalog).tracker().tables().get(0).number());
    }

    private static String text(TrackerSpec like) {
        return """
               {"id": "u", "version": "1.0.0", "label": {"en": "U", "zh": "另"},
                "tables": [{"id": "x", "label": {"en": "X", "zh": "某"}, "title": "a", "fields": [
                   {"id": "%s", "type": "text", "label": {"en": "A", "zh": "甲"}}]}]}
               """
                .formatted(like.tables().get(0).title());
    }

    private static TrackerSpec twoTables(String... ids) {
        TableSpec table = Trackers.table("", "a:text").tables().get(0);
        List<TableSpec> tables = new ArrayList<>();
        for (String id : ids) {
            tables.add(
                    new TableSpec(
                            0,
                            "t." + id,
                            table.label(),
                            List.of(),
                            "a",
                            false,
                            true,
                            table.fields()));
        }
        return Trackers.table("", "a:text").withTables(tables);
    }

    /** Whatever is declared in whatever order: a number means one thing for ever. */
    @Test
    void neverGivesANumberTwice() {
        for (int seed = 0; seed < 300; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            catalog = new Catalog(List.of());
            Map<Integer, String> meanings = new TreeMap<>();
            for (int step = 0; step < 12; step++) {
                TrackerSpec before = catalog.tracker("t").orElse(null);
                TrackerSpec after = reconcile("", randomFields(random)).tracker();
                check(seed + "/" + step, before, after, meanings);
                String json = SpecCodec.write(after);
                assertEquals(after, SpecCodec.read(json), json);
                catalog = catalog.with(after);
            }
        }
    }

    private static String[] randomFields(RandomGenerator random) {
        List<String> ids = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        List<String> types = List.of("text", "integer", "date", "reference:o.p", "computed");
        List<String> fields = new ArrayList<>(List.of("title:boolean"));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String id = ids.remove(random.nextInt(ids.size()));
            fields.add(id + ":" + types.get(random.nextInt(types.size())));
        }
        // What is left is not declared, so a field may say it was that.
        if (random.nextBoolean()) {
            fields.set(1, fields.get(1) + "<" + ids.get(random.nextInt(ids.size())));
        }
        return fields.toArray(String[]::new);
    }

    private static void check(
            String when, TrackerSpec before, TrackerSpec after, Map<Integer, String> meanings) {
        TableSpec table = after.tables().get(0);
        assertEquals(16, table.number(), when);
        assertEquals(
                table.fields().size(),
                table.fields().stream().map(FieldSpec::number).distinct().count(),
                when + ": " + show(after));
        for (FieldSpec field : table.fields()) {
            String meaning = field.isStored() ? field.type() + "→" + field.to() : "derived";
            String first = meanings.putIfAbsent(field.number(), meaning);
            assertTrue(first == null || first.equals(meaning), when + ": " + show(after));
        }
        if (before != null) {
            for (FieldSpec field : before.tables().get(0).fields()) {
                assertTrue(
                        table.field(field.number()).isPresent(),
                        when + ": " + field.number() + " is gone from " + show(after));
            }
        }
    }

    private String install(String key, String... fields) {
        TrackerSpec tracker = reconcile(key, fields).tracker();
        assertEquals(tracker, SpecCodec.read(SpecCodec.write(tracker)));
        catalog = catalog.with(tracker);
        return show(tracker);
    }

    private Reconciled reconcile(String key, String... fields) {
        return SpecNumbers.reconcile(Trackers.table(key, fields), catalog);
    }

    private static String show(TrackerSpec tracker) {
        TableSpec table = tracker.tables().get(0);
        return table.number()
                + ": "
                + table.fields().stream()
                        .map(SpecNumbersTest::show)
                        .collect(Collectors.joining(", "));
    }

    private static String show(FieldSpec field) {
        String text =
                field.number()
                        + " "
                        + field.id()
                        + ":"
                        + (field.isStored() ? field.type().word() : "computed");
        return field.retired() ? "(" + text + ")" : text;
    }
}
