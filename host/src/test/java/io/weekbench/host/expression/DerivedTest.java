package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Lookup;
import io.weekbench.api.Money;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.SpecNumbers;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Derived fields of {@code derived.json}: customers, their orders, the payments of an order. */
class DerivedTest {
    private final Expressions expressions = new Expressions();
    private final Map<ItemRef, Item> items = new LinkedHashMap<>();
    private int reads;
    private Catalog catalog = new Catalog(List.of());

    @BeforeEach
    void readTracker() throws IOException {
        byte[] json =
                Files.readAllBytes(
                        Path.of("src/test/resources/io/weekbench/host/expression/derived.json"));
        catalog =
                catalog.with(
                        SpecNumbers.reconcile(
                                        TrackerJson.read(json, catalog, expressions).declared(),
                                        catalog)
                                .tracker());
    }

    @Test
    void computesFromComputedFieldsInAnyOrder() {
        put("order/1", "price", cny("100"), "pieces", 3L);
        // total is declared before net, which it uses.
        assertEquals(Optional.of(cny("333.00")), value("order/1", "total"));
    }

    @Test
    void setsNothingWhereSomethingIsNotSet() {
        put("order/1", "price", cny("100"));
        assertEquals(Optional.empty(), value("order/1", "total"));
    }

    @Test
    void looksUpThroughSeveralTables() {
        put("customer/c", "name", "PGDG", "tier", "a");
        put("order/1", "customer", ref("customer/c"));
        put("payment/p", "order", ref("order/1"));
        assertEquals(Optional.of("a"), value("payment/p", "tier"));
    }

    @Test
    void looksUpWhatIsComputedThere() {
        put("order/1", "price", cny("100"), "pieces", 1L);
        put("payment/p", "order", ref("order/1"), "amount", cny("11"));
        assertEquals(Optional.of(cny("111.00")), value("payment/p", "orderTotal"));
        assertEquals(
                new BigDecimal("0.09909909909909909909909909909909910"),
                value("payment/p", "share").orElseThrow());
    }

    @Test
    void looksUpNothingThroughAReferenceThatLeadsNowhere() {
        put("payment/p", "order", ref("order/none"));
        assertEquals(Optional.empty(), value("payment/p", "orderTotal"));
    }

    @Test
    void rollsUpExactly() {
        put("customer/c", "name", "PGDG");
        for (int i = 0; i < 10; i++) {
            put("order/" + i, "customer", ref("customer/c"), "price", cny("0.10"), "pieces", 1L);
        }
        put("order/x", "customer", ref("customer/c"));
        assertEquals(Optional.of(cny("1.1100")), value("customer/c", "bought"));
        assertEquals(Optional.of(11L), value("customer/c", "orders"));
        assertEquals(Optional.of(10L), value("customer/c", "priced"));
        assertEquals(Optional.of(BigDecimal.ONE), value("customer/c", "meanPieces"));
        assertEquals(Optional.of(1L), value("customer/c", "mostPieces"));
        assertEquals(Optional.of(BigDecimal.TEN), value("customer/c", "allPieces"));
    }

    @Test
    void knowsNoSumOfNothing() {
        put("customer/c", "name", "PGDG");
        assertEquals(Optional.empty(), value("customer/c", "bought"));
        assertEquals(Optional.empty(), value("customer/c", "meanPieces"));
        assertEquals(Optional.of(0L), value("customer/c", "orders"));
    }

    @Test
    void addsNoTwoCurrencies() {
        put("customer/c", "name", "PGDG");
        put("order/1", "customer", ref("customer/c"), "price", cny("1"), "pieces", 1L);
        put(
                "order/2",
                "customer",
                ref("customer/c"),
                "price",
                new Money(BigDecimal.ONE, "USD"),
                "pieces",
                1L);
        assertEquals(Optional.empty(), value("customer/c", "netBought"));
    }

    @Test
    void rollsUpWhatIsRolledUp() {
        put("customer/c", "name", "PGDG");
        put("order/1", "customer", ref("customer/c"));
        put("order/2", "customer", ref("customer/c"));
        put("payment/p", "order", ref("order/1"), "amount", cny("1"), "on", date("2026-08-01"));
        put("payment/q", "order", ref("order/1"), "amount", cny("2"), "on", date("2026-08-16"));
        put("payment/r", "order", ref("order/2"), "amount", cny("4"), "on", date("2026-08-30"));
        assertEquals(Optional.of(date("2026-08-30")), value("customer/c", "lastPaid"));
        assertEquals(Optional.of(cny("7")), value("customer/c", "paid"));
        assertEquals(Optional.of(cny("3")), value("customer/c", "paidByToday"));
    }

    @Test
    void completesAnItemInTheOrderOfItsFields() {
        put("order/1", "pieces", 2L, "price", cny("5"), "gone~9", "kept");
        assertEquals(
                List.of("price", "pieces", "total", "net", "gone~9"),
                List.copyOf(derived().complete(items.get(ref("order/1"))).values().keySet()));
    }

    @Test
    void completesOnlyWhatIsAskedFor() {
        put("order/1", "price", cny("5"), "pieces", 2L);
        Item item = derived().complete(items.get(ref("order/1")), List.of("net", "price"));
        assertEquals(List.of("price", "pieces", "net"), List.copyOf(item.values().keySet()));
    }

    @Test
    void readsEachItemOnceAReading() {
        put("order/1", "price", cny("5"), "pieces", 2L);
        put("payment/p", "order", ref("order/1"));
        Derived derived = derived();
        derived.complete(items.get(ref("payment/p")));
        derived.complete(items.get(ref("payment/p")));
        assertEquals(1, reads);
    }

    private Derived derived() {
        return new Derived(catalog, expressions, new Items(), Samples.CLOCK);
    }

    private Optional<Object> value(String ref, String field) {
        return derived().value(items.get(ref(ref)), field);
    }

    private void put(String ref, Object... values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        items.put(ref(ref), new Item(ref(ref), 1, map));
    }

    private static ItemRef ref(String text) {
        return ItemRef.parse("shop." + text);
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private final class Items implements Lookup {
        @Override
        public Optional<Item> get(ItemRef ref) {
            reads++;
            return Optional.ofNullable(items.get(ref));
        }

        @Override
        public Optional<Item> byKey(String table, List<Object> key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Item> referring(ItemRef target, String field) {
            List<Item> found = new ArrayList<>();
            String table = field.substring(0, field.lastIndexOf('.'));
            String id = field.substring(table.length() + 1);
            for (Item item : items.values()) {
                if (item.ref().table().equals(table) && target.equals(item.values().get(id))) {
                    found.add(item);
                }
            }
            return found;
        }
    }
}
