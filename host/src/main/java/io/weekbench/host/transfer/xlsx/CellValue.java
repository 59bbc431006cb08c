package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds: a {@link String}, {@link Boolean}, {@link SheetNumber}, {@link LocalDateTime},
 * {@link SheetError}, or null. Of a formula it is what it last came to; formulas are never run.
 */
final class CellValue {
    private final List<String> strings;
    private final Styles styles;
    private final boolean since1904;
    private final Budget budget;

    CellValue(List<String> strings, Styles styles, boolean since1904, Budget budget) {
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
        this.budget = budget;
    }

    /** Reads the element {@code c} to its end. */
    @Nullable Object read(Xml xml) throws IOException {
        String type = xml.attribute("t");
        NumberFormat format = styles.format(xml.number("s", 0));
        String written = null;
        String inline = null;
        int outer = xml.depth();
        boolean more = xml.nextWithin(outer);
        while (more) {
            if (xml.name().equals("v")) {
                written = xml.text();
            } else if (xml.name().equals("is")) {
                inline = budget.kept(SheetText.read(xml));
            } else {
                xml.text();
            }
            more = xml.nextWithin(outer);
        }
        if (type.equals("inlineStr")) {
            return inline;
        }
        return written == null ? null : value(xml, type, written, format);
    }

    private @Nullable Object value(Xml xml, String type, String written, NumberFormat format)
            throws IOException {
        return switch (type) {
            case "s" -> shared(xml, written.strip());
            case "str" -> budget.kept(SheetText.unescape(written));
            case "b" -> written.strip().equals("1") || written.strip().equals("true");
            case "e" -> new SheetError(written.strip());
            case "d" -> date(xml, written.strip());
            default -> written.isBlank() ? null : number(xml, written.strip(), format);
        };
    }

    private String shared(Xml xml, String written) throws XlsxRefused {
        int index = written.matches("\\d{1,9}") ? Integer.parseInt(written) : Integer.MAX_VALUE;
        if (index >= strings.size()) {
            throw xml.damaged("there is no shared string " + written);
        }
        return strings.get(index);
    }

    private Object number(Xml xml, String written, NumberFormat format) throws XlsxRefused {
        try {
            SheetNumber number = SheetNumber.of(written, format);
            Optional<LocalDateTime> date =
                    format.kind() == NumberFormat.Kind.DATE
                            ? SheetDate.of(number.value(), since1904)
                            : Optional.empty();
            return date.isPresent() ? date.get() : number;
        } catch (NumberFormatException e) {
            throw xml.damaged(
                    "“" + written.substring(0, Math.min(40, written.length())) + "” is no number");
        }
    }

    private static Object date(Xml xml, String written) throws XlsxRefused {
        try {
            return written.length() <= 10
                    ? LocalDate.parse(written).atStartOfDay()
                    : LocalDateTime.parse(written.replaceFirst("Z$", ""));
        } catch (DateTimeException e) {
            throw xml.damaged(
                    "“" + written.substring(0, Math.min(40, written.length())) + "” is no date");
        }
    }
}
