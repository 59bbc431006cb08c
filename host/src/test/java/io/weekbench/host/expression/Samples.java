package io.weekbench.host.expression;

import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldSpec.Choice;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The item of {@code docs/expressions.md}. */
final class Samples {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-17T09:42:00Z"), ZoneOffset.UTC);
    static final Map<String, Object> ITEM = new HashMap<>();
    static final TableSpec TABLE = table();

    private Samples() {}

    private static TableSpec table() {
        List<FieldSpec> fields = new ArrayList<>();
        add(fields, "name", FieldType.TEXT, "Parallel vacuum");
        add(fields, "note", FieldType.MARKDOWN, "第一版，见邮件列表");
        add(fields, "state", FieldType.CHOICE, "planned");
        add(fields, "tags", FieldType.CHOICES, List.of("core", "zh"));
        add(fields, "partner", FieldType.REFERENCE, ref("partner/pgdg"));
        add(fields, "waitsFor", FieldType.REFERENCES, List.of(ref("item/a"), ref("item/b")));
        add(fields, "priority", FieldType.INTEGER, 3L);
        add(fields, "rating", FieldType.DECIMAL, new BigDecimal("4.50"));
        add(fields, "share", FieldType.PERCENT, new BigDecimal("0.125"));
        add(fields, "budget", FieldType.MONEY, new Money(new BigDecimal("1200.00"), "CNY"));
        add(fields, "spent", FieldType.MONEY, new Money(new BigDecimal("300.10"), "CNY"));
        add(fields, "abroad", FieldType.MONEY, new Money(BigDecimal.TEN, "USD"));
        add(fields, "urgent", FieldType.BOOLEAN, true);
        add(fields, "firstPromised", FieldType.DATE, LocalDate.of(2026, 3, 1));
        add(fields, "promised", FieldType.DATE, LocalDate.of(2026, 9, 15));
        add(fields, "from", FieldType.MONTH, YearMonth.of(2026, 5));
        add(fields, "told", FieldType.DATETIME, Instant.parse("2026-08-16T23:30:00Z"));
        add(
                fields,
                "contract",
                FieldType.FILE,
                new Attachment("合同.pdf", "application/pdf", 3, "0".repeat(64)));
        add(fields, "cameOn", FieldType.DATE, null);
        add(fields, "reason", FieldType.TEXT, null);
        add(fields, "cost", FieldType.MONEY, null);
        add(fields, "done", FieldType.BOOLEAN, null);
        add(fields, "limit", FieldType.INTEGER, null);
        return new TableSpec(
                16, "try.item", new Text("Item", "条目"), List.of(), "name", false, true, fields);
    }

    private static ItemRef ref(String id) {
        return ItemRef.parse("partner-roadmap." + id);
    }

    private static void add(List<FieldSpec> fields, String id, FieldType type, Object value) {
        if (value != null) {
            ITEM.put(id, value);
        }
        List<Choice> choices =
                type == FieldType.CHOICE
                        ? List.of(choice("planned"), choice("in-progress"), choice("came"))
                        : List.of();
        fields.add(
                FieldSpec.named(id, type, new Text(id, id))
                        .number(fields.size() + 1)
                        .choices(choices)
                        .build());
    }

    private static Choice choice(String id) {
        return new Choice(id, new Text(id, id));
    }
}
