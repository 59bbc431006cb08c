package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.host.Desk;
import io.weekbench.host.tracker.TableSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Importing one's own export changes nothing, whatever was in it. */
class RoundTripTest {
    private static final int ITEMS = 150;
    private static final List<Long> SEEDS = List.of(1L, 20L, 300L);

    /** What texts are made of: everything that some format or spreadsheet takes for its own. */
    private static final List<String> PIECES =
            List.of(
                    "=1+1",
                    "+86",
                    "-",
                    "--",
                    "@sum",
                    "'",
                    "\"",
                    ",",
                    ";",
                    "\t",
                    "\n",
                    "\r\n",
                    "\r",
                    "|",
                    "\\",
                    "`",
                    "*",
                    "_",
                    "_x000D_",
                    "_x005F_",
                    "<br>",
                    "<!--0009-->",
                    "&amp;",
                    "&#65;",
                    "[a](b)",
                    "![x](y)",
                    "#",
                    "~~",
                    "{",
                    "}",
                    "null",
                    "TRUE",
                    "1.2万",
                    "2019年10月",
                    "12%",
                    "￥3",
                    " ",
                    "  ",
                    "\u3000",
                    "\u00A0",
                    "\uFEFF",
                    "\u0000",
                    "\u0007",
                    "\u001F",
                    "\u007F",
                    "\u0085",
                    "\u2028",
                    "\u200F",
                    "汉字",
                    "🐘",
                    "e\u0301",
                    "￾",
                    "｜",
                    "＝",
                    "http://x.org/?a=b&c=d",
                    "]]>",
                    "$a$",
                    "(5)",
                    "0012",
                    "1e5",
                    "--- | ---",
                    "sep=;",
                    "#id");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void importingAnExportChangesNothing(Format format) throws IOException {
        for (long seed : SEEDS) {
            fill(new Random(seed), "s" + seed);
        }
        for (String table : List.of("shop.partner", "shop.item")) {
            int total = items(table).size();
            for (Words words : Words.values()) {
                for (boolean identified : List.of(true, false)) {
                    byte[] file = export(table, new ExportForm(format, words, false, identified));
                    ImportReport report = bring(table, format, file);
                    String what = format + " " + words + " " + identified + " " + table;
                    assertEquals(List.of(), report.problems(), what);
                    assertEquals(
                            new ImportReport.Counts(0, 0, total, 0),
                            report.counts(),
                            () -> what + "\n" + differences(table, format, file));
                }
            }
        }
    }

    /** Which items an import of this file would change, and how. */
    private String differences(String table, Format format, byte[] file) {
        return new String(file, 0, Math.min(file.length, 2000), StandardCharsets.UTF_8)
                + " "
                + table
                + format;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void importingAnExportIntoAnEmptyTableGivesTheSameItems(Format format) throws IOException {
        fill(new Random(4), "a");
        try (Desk other = new Desk()) {
            other.workbench().keep("计划.pdf", "application/pdf", paper());
            for (String table : List.of("shop.partner", "shop.item")) {
                byte[] file = export(table, new ExportForm(format, Words.IDS, false, true));
                if (format == Format.JSON || format == Format.JSON_LINES) {
                    file =
                            new String(file, StandardCharsets.UTF_8)
                                    .replaceAll("\"revision\":\\d+", "\"revision\":null")
                                    .getBytes(StandardCharsets.UTF_8);
                }
                ImportReport report =
                        new TableImport(other.live(), Desk.TESTER)
                                .run(
                                        other.live().catalog().table(table).orElseThrow(),
                                        new FileInMemory("a." + format.word(), file),
                                        "a",
                                        new TableImport.Options(
                                                format, Map.of("#revision", "-"), "", false),
                                        Progress.NONE);
                assertEquals(List.of(), report.problems());
            }
            assertEquals(values(desk, "shop.item"), values(other, "shop.item"));
        }
    }

    @Test
    void staysTrueWhenRowsAreSortedAndColumnsAddedInBetween() throws IOException {
        fill(new Random(9), "m");
        byte[] csv = export("shop.item", new ExportForm(Format.CSV, Words.ZH, false, true));
        CsvReader.Table table = CsvReader.rows(new String(csv, StandardCharsets.UTF_8), ',', false);
        List<List<Object>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(new ArrayList<>(row.cells())));
        Collections.shuffle(rows.subList(1, rows.size()), new Random(9));
        rows.forEach(row -> row.add(3, rows.indexOf(row) == 0 ? "我的备注" : "x"));
        for (List<Object> row : rows) {
            Collections.rotate(row, 5);
        }
        StringBuilder edited = new StringBuilder();
        for (List<Object> row : rows) {
            edited.append(
                    String.join(
                            ",",
                            row.stream()
                                    .map(
                                            cell ->
                                                    "\""
                                                            + cell.toString().replace("\"", "\"\"")
                                                            + "\"")
                                    .toList()));
            edited.append("\r\n");
        }
        ImportReport report =
                new TableImport(desk.live(), Desk.TESTER)
                        .run(
                                table("shop.item"),
                                new FileInMemory(
                                        "a.csv",
                                        edited.toString().getBytes(StandardCharsets.UTF_8)),
                                "a",
                                new TableImport.Options(null, Map.of("我的备注", "-"), "", false),
                                Progress.NONE);
        assertEquals(List.of(), report.problems());
        assertEquals(new ImportReport.Counts(0, 0, ITEMS, 0), report.counts());
        assertEquals(List.of("我的备注"), report.ignored());
    }

    private void fill(Random random, String prefix) {
        String sha = desk.workbench().keep("计划.pdf", "application/pdf", paper()).sha256();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            requests.add(create("shop.partner", prefix + "p" + i, partner(random, prefix + i)));
        }
        for (int i = 0; i < ITEMS; i++) {
            Map<String, Object> values = item(random, prefix, i);
            if (random.nextInt(4) == 0) {
                values.put(
                        "paper",
                        new io.weekbench.api.Attachment("计划.pdf", "application/pdf", 9, sha));
            }
            requests.add(create("shop.item", prefix + "i" + i, values));
        }
        io.weekbench.api.Outcome outcome =
                desk.workbench().submit(new Request.Batch("fill", requests));
        assertEquals(
                io.weekbench.api.Outcome.Accepted.class,
                outcome.getClass(),
                () -> outcome.toString());
    }

    private static java.io.InputStream paper() {
        return new java.io.ByteArrayInputStream(new byte[9]);
    }

    private static Request create(String table, String id, Map<String, Object> values) {
        return new Request.Create(table, id, values, io.weekbench.api.Grounds.NONE);
    }

    private static Map<String, Object> partner(Random random, String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "P" + id + text(random));
        maybe(random, values, "kind", random.nextBoolean() ? "cloud" : "community");
        return values;
    }

    private static Map<String, Object> item(Random random, String prefix, int i) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("partner", new ItemRef("shop.partner", prefix + "p" + random.nextInt(5)));
        values.put("name", text(random) + i);
        maybe(random, values, "note", text(random));
        maybe(random, values, "count", random.nextLong() >> random.nextInt(60));
        maybe(random, values, "rate", number(random));
        maybe(random, values, "price", new Money(number(random), "CNY"));
        maybe(random, values, "progress", number(random).movePointLeft(2));
        maybe(random, values, "done", random.nextBoolean());
        maybe(random, values, "promised", LocalDate.ofEpochDay(random.nextInt(60_000) - 30_000));
        maybe(
                random,
                values,
                "month",
                YearMonth.of(1890 + random.nextInt(200), 1 + random.nextInt(12)));
        maybe(
                random,
                values,
                "seen",
                Instant.ofEpochMilli((random.nextLong() >> 22) % 4_000_000_000_000L));
        maybe(random, values, "state", random.nextBoolean() ? "planned" : "came");
        maybe(
                random,
                values,
                "tags",
                random.nextBoolean() ? List.of("hot", "new") : List.of("new"));
        maybe(
                random,
                values,
                "waitsFor",
                List.of(new ItemRef("shop.item", prefix + "i" + random.nextInt(ITEMS))));
        maybe(random, values, "home", text(random));
        maybe(random, values, "owner", text(random));
        return values;
    }

    private static void maybe(
            Random random, Map<String, Object> values, String field, Object value) {
        if (random.nextInt(3) > 0 && !value.equals("")) {
            values.put(field, value);
        }
    }

    private static BigDecimal number(Random random) {
        BigDecimal number =
                new BigDecimal(
                        new java.math.BigInteger(1 + random.nextInt(80), random),
                        random.nextInt(8));
        return random.nextBoolean() ? number : number.negate();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private byte[] export(String table, ExportForm form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableExport(desk.workbench().snapshot(), desk.live().catalog(), ZoneOffset.UTC)
                .write(Selection.of(table(table)), form, "", out);
        return out.toByteArray();
    }

    private ImportReport bring(String table, Format format, byte[] file) throws IOException {
        return new TableImport(desk.live(), Desk.TESTER)
                .run(
                        table(table),
                        new FileInMemory("export." + format.word(), file),
                        "export",
                        new TableImport.Options(null, Map.of(), "", false),
                        Progress.NONE);
    }

    private TableSpec table(String id) {
        return desk.live().catalog().table(id).orElseThrow();
    }

    private List<Item> items(String table) {
        return desk.workbench().snapshot().query(new Query(table, "", List.of(), 0, 1000)).items();
    }

    /** Numbers without the zeros at their ends. */
    private static Map<ItemRef, String> values(Desk desk, String table) {
        Map<ItemRef, String> values = new LinkedHashMap<>();
        for (Item item :
                desk.workbench()
                        .snapshot()
                        .query(new Query(table, "", List.of(), 0, 1000))
                        .items()) {
            Map<String, Object> plain = new LinkedHashMap<>(item.values());
            plain.replaceAll((field, value) -> plain(value));
            values.put(item.ref(), plain.toString());
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Money money ? plain(money.amount()) + money.currency() : value;
    }
}
