package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Snapshot;
import io.weekbench.host.Desk;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {
    private static final Desk DESK = new Desk();

    private final TableSpec items = DESK.live().catalog().table("shop.item").orElseThrow();

    @AfterAll
    static void close() {
        DESK.close();
    }

    @Test
    void aTextOfSpacesIsATextOfSpaces() {
        assertEquals(Optional.of("  "), read("note", "  "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "promised|2026-08-17|2026-08-17",
                "promised|2026/8/17|2026-08-17",
                "promised|2026.8.17|2026-08-17",
                "promised|2026年8月17日|2026-08-17",
                "promised|２０２６年８月１７日|2026-08-17",
                "promised|20260817|2026-08-17",
                "promised|2026/8/17 0:00|2026-08-17",
                "month|2019-10|2019-10",
                "month|2019/10|2019-10",
                "month|2019年10月|2019-10",
                "month|2019年9月|2019-09",
                "month|201910|2019-10",
                "month|Oct-19|2019-10",
                "month|Oct 2019|2019-10",
                "month|october 2019|2019-10",
                "count|42|42",
                "count|1,200|1200",
                "count|1.2万|12000",
                "count|3亿|300000000",
                "count|１２３|123",
                "count|（500）|-500",
                "count|(500)|-500",
                "count|-7|-7",
                "count|+7|7",
                "rate|12,345.60|12345.60",
                "rate|.5|0.5",
                "rate|1.25万亿|1250000000000",
                "price|￥12.30|12.30 CNY",
                "price|¥1.2万|12000 CNY",
                "price|12.30元|12.30 CNY",
                "price|CNY 12.30|12.30 CNY",
                "price|-￥3|-3 CNY",
                "price|￥-3|-3 CNY",
                "price|(￥3)|-3 CNY",
                "price|12 USD|12 USD",
                "progress|12.5%|0.125",
                "progress|１２％|0.12",
                "progress|0.125|0.125",
                "progress|250%|2.50",
                "done|是|true",
                "done|否|false",
                "done|Yes|true",
                "done|no|false",
                "done|✓|true",
                "done|✗|false",
                "done|0|false",
                "seen|2026-08-17T09:42:00Z|2026-08-17T09:42:00Z",
                "seen|2026-08-17 09:42|2026-08-17T09:42:00Z",
                "state|planned|planned",
                "state|规划中|planned",
                "state|PLANNED|planned",
                "tags|热门；新|[hot, new]",
                "tags|New; shiny|[new]",
                "tags|hot, new|[hot, new]",
                "note|'=1+1|=1+1"
            })
    void reads(String field, String cell, String value) {
        assertEquals(Optional.of(value), read(field, cell).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promised|08/09/2026",
                "promised|2026-02-30",
                "promised|2026-8",
                "promised|26-08-17",
                "promised|2026/8-17",
                "month|2019-13",
                "month|19-Oct",
                "month|Foo-19",
                "month|2019",
                "count|1.5",
                "count|1,5",
                "count|12,34",
                "count|1万2",
                "count|12%",
                "count|￥12",
                "count|9223372036854775808",
                "count|一百",
                "count|((5))",
                "count|(-5)",
                "rate|1e9",
                "rate|0x10",
                "rate|NaN",
                "price|¥12 USD",
                "price|12%",
                "progress|12.5",
                "progress|-3",
                "done|maybe",
                "seen|yesterday",
                "state|星球",
                "tags|hot; 星球",
                "partner|nobody",
                "paper|a.pdf"
            })
    void refuses(String field, String cell) {
        assertEquals(Optional.empty(), read(field, cell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count|-|true",
                "count|—|true",
                "count|　－　|true",
                "count|0|false",
                "state|--|true",
                "name|-|true",
                "name|''|true",
                "name|—|false",
                "name|'-|false"
            },
            emptyValue = "",
            quoteCharacter = '"')
    void knowsAnEmptyCell(String field, String cell, boolean empty) {
        String text = cell.equals("''") ? "" : cell;
        assertEquals(empty, CellReader.isEmpty(items.field(field).orElseThrow(), text));
    }

    @Test
    void findsAnItemByKeyTitleOrId() {
        DESK.apply(
                "{'create': 'shop.partner', 'id': 'p1', 'values': {'name': 'PGDG'}},"
                        + "{'create': 'shop.item', 'id': 'i1', 'values': {'partner': 'shop.partner/p1', 'name': 'PG 19'}}");
        assertEquals("shop.partner/p1", read("partner", "PGDG").orElseThrow().toString());
        assertEquals("shop.partner/p1", read("partner", " p1 ").orElseThrow().toString());
        assertEquals(
                "shop.partner/p1", read("partner", "shop.partner/p1").orElseThrow().toString());
        assertEquals("[shop.item/i1]", read("waitsFor", "PGDG / PG 19").orElseThrow().toString());
        assertEquals("[shop.item/i1]", read("waitsFor", "PG 19").orElseThrow().toString());
    }

    @Test
    void refusesANameTwoItemsHave() {
        DESK.apply(
                "{'create': 'shop.partner', 'id': 'p3', 'values': {'name': 'A'}},"
                        + "{'create': 'shop.partner', 'id': 'p2', 'values': {'name': 'B'}},"
                        + "{'create': 'shop.item', 'id': 'i3', 'values': {'partner': 'shop.partner/p3', 'name': 'X'}},"
                        + "{'create': 'shop.item', 'id': 'i2', 'values': {'partner': 'shop.partner/p2', 'name': 'X'}}");
        assertEquals(Optional.empty(), read("waitsFor", "X"));
        RowProblem problem =
                new CellTrouble(names()).of(2, "依赖", items.field("waitsFor").orElseThrow(), "X");
        assertEquals("ambiguous-reference", problem.code());
        assertEquals("“X” names 2 items: shop.item/i2, shop.item/i3.", problem.message().en());
    }

    private Optional<?> read(String field, String cell) {
        FieldSpec spec = items.field(field).orElseThrow();
        KeyedItems keyed = new KeyedItems(DESK.workbench().snapshot());
        return new CellReader(DESK.live().catalog(), names(), keyed, ZoneOffset.UTC)
                .read(spec, cell);
    }

    private Names names() {
        Snapshot snapshot = DESK.workbench().snapshot();
        return new Names(snapshot, DESK.live().catalog());
    }
}
