package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number formats that cells refer to. */
final class Styles {
    private final Map<Integer, NumberFormat> custom = new HashMap<>();
    private final List<NumberFormat> formats = new ArrayList<>();

    private Styles() {}

    /**
     * @param part null where the workbook has none
     */
    static Styles of(@Nullable Xml part) throws IOException {
        Styles styles = new Styles();
        if (part != null) {
            try (part) {
                styles.read(part);
            }
        }
        return styles;
    }

    private void read(Xml xml) throws IOException {
        while (xml.next()) {
            if (xml.name().equals("numFmt")) {
                custom.put(xml.number("numFmtId", 0), NumberFormat.of(xml.attribute("formatCode")));
            } else if (xml.name().equals("cellXfs")) {
                readCellFormats(xml);
            }
        }
    }

    private void readCellFormats(Xml xml) throws IOException {
        int outer = xml.depth();
        boolean more = xml.nextWithin(outer);
        while (more) {
            if (xml.name().equals("xf")) {
                int id = xml.number("numFmtId", 0);
                NumberFormat known = custom.get(id);
                formats.add(known == null ? NumberFormat.builtIn(id) : known);
            }
            more = xml.nextWithin(outer);
        }
    }

    NumberFormat format(int style) {
        return style < formats.size() ? formats.get(style) : NumberFormat.GENERAL;
    }
}
