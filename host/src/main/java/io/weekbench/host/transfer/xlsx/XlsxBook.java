package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workbook that is open: its sheets, to be read one by one. Used by one thread. */
public final class XlsxBook implements AutoCloseable {
    private final Parts parts;
    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final Styles styles;
    private boolean since1904;

    /**
     * A sheet of it.
     *
     * @param part where its cells lie
     */
    public record Sheet(String name, boolean hidden, String part) {}

    private XlsxBook(Parts parts, Budget budget) throws IOException {
        this.parts = parts;
        this.budget = budget;
        String book = target("_rels/.rels", "", "officeDocument").orElse("xl/workbook.xml");
        String folder = book.substring(0, book.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + book.substring(folder.length()) + ".rels";
        readSheets(book, relations, folder);
        String look = target(relations, folder, "styles").orElse(folder + "styles.xml");
        this.styles = Styles.of(parts.find(look).orElse(null));
        readStrings(
                target(relations, folder, "sharedStrings").orElse(folder + "sharedStrings.xml"));
    }

    /**
     * @param in read to its end, not closed
     * @throws XlsxRefused where it is no workbook, is damaged or goes beyond the limits
     */
    public static XlsxBook open(InputStream in) throws IOException {
        return open(in, Limits.USUAL);
    }

    static XlsxBook open(InputStream in, Limits limits) throws IOException {
        Budget budget = new Budget(limits);
        Parts parts = Parts.open(in, limits, budget);
        try {
            return new XlsxBook(parts, budget);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private Optional<String> target(String relations, String folder, String kind)
            throws IOException {
        Optional<Xml> part = parts.find(relations);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (Xml xml = part.get()) {
            while (xml.next()) {
                if (xml.name().equals("Relationship")
                        && xml.attribute("Type").endsWith("/" + kind)) {
                    return Optional.of(path(folder, xml.attribute("Target")));
                }
            }
        }
        return Optional.empty();
    }

    private static String path(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    private void readSheets(String book, String relations, String folder) throws IOException {
        Map<String, String> byId = new HashMap<>();
        try (Xml xml = parts.get(relations)) {
            while (xml.next()) {
                if (xml.name().equals("Relationship")
                        && xml.attribute("Type").endsWith("/worksheet")) {
                    byId.put(xml.attribute("Id"), path(folder, xml.attribute("Target")));
                }
            }
        }
        try (Xml xml = parts.get(book)) {
            while (xml.next()) {
                if (xml.name().equals("workbookPr")) {
                    since1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet") && byId.containsKey(xml.attribute("id"))) {
                    boolean hidden = !List.of("", "visible").contains(xml.attribute("state"));
                    String part = String.valueOf(byId.get(xml.attribute("id")));
                    sheets.add(new Sheet(SheetText.unescape(xml.attribute("name")), hidden, part));
                }
            }
        }
    }

    private void readStrings(String part) throws IOException {
        Optional<Xml> found = parts.find(part);
        if (found.isPresent()) {
            try (Xml xml = found.get()) {
                while (xml.next()) {
                    if (xml.name().equals("si")) {
                        budget.cells(1);
                        strings.add(budget.kept(SheetText.read(xml)));
                    }
                }
            }
        }
    }

    /** Those with cells, in the order of their tabs; charts are none. */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** From its first row; whoever calls closes it. */
    public SheetRows rows(Sheet sheet) throws IOException {
        return new SheetRows(
                parts.get(sheet.part()), new CellValue(strings, styles, since1904, budget), budget);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
