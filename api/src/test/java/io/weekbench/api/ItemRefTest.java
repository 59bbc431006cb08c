package io.weekbench.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may name a table and an item. */
class ItemRefTest {

    @Test
    void knowsATableByItsForm() {
        List<String> tables = List.of("a.b", "partner-roadmap.item", "t2.x-9");
        List<String> others =
                List.of("", ".", "a", "a.", ".b", "a.b.c", "A.b", "a.B", "2a.b", "a.-b", "a_b.c");
        assertEquals(
                tables,
                Stream.of(tables, others).flatMap(List::stream).filter(ItemRef::isTable).toList());
    }

    @Test
    void knowsAnIdByItsForm() {
        List<String> ids = List.of("a", "Z", "0", "-", "_", "postgresql-19_ga", "x".repeat(40));
        List<String> others = List.of("", "x".repeat(41), "a b", "a/b", "a.b", "é", "内", "a\n");
        assertEquals(
                ids, Stream.of(ids, others).flatMap(List::stream).filter(ItemRef::isId).toList());
    }
}
