package io.weekbench.host.transfer;

import io.weekbench.api.Money;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.transfer.xlsx.SheetNumber;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * What the typed cell of a workbook is in a field: a value where the two types agree; else the text
 * that the cell shows, to be read as if somebody had typed it.
 */
final class SheetCell {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SheetCell() {}

    static Object in(FieldSpec field, Object cell, ZoneId zone) {
        if (cell instanceof SheetNumber number) {
            return number(field, number);
        } else if (cell instanceof LocalDateTime time) {
            return time(field.type(), time, zone);
        } else if (cell instanceof Boolean bool && field.type() != FieldType.BOOLEAN) {
            return bool ? "TRUE" : "FALSE";
        }
        return cell;
    }

    private static Object number(FieldSpec field, SheetNumber number) {
        String shown = number.text();
        return switch (field.type()) {
            case DECIMAL -> number.percent() ? shown : number.value();
            case PERCENT -> number.percent() ? number.value() : number.value().toPlainString();
            case MONEY -> money(field, number);
            case INTEGER, DATE, MONTH, DATETIME, BOOLEAN ->
                    number.percent() ? shown : number.value().stripTrailingZeros().toPlainString();
            default -> shown;
        };
    }

    private static Object money(FieldSpec field, SheetNumber number) {
        String shown = number.format().currency();
        String currency = shown.isEmpty() ? field.currency() : shown;
        return currency == null || number.percent()
                ? number.text()
                : new Money(number.value(), currency);
    }

    private static Object time(FieldType type, LocalDateTime time, ZoneId zone) {
        boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (type == FieldType.DATETIME) {
            return time.atZone(zone).toInstant();
        } else if (midnight && type == FieldType.DATE) {
            return time.toLocalDate();
        } else if (midnight && type == FieldType.MONTH && time.getDayOfMonth() == 1) {
            return YearMonth.from(time);
        }
        return midnight ? time.toLocalDate().toString() : TIME.format(time);
    }
}
