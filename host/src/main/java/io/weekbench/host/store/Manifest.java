package io.weekbench.host.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What is in a backup, written as its last entry: without it a backup is not whole.
 *
 * <pre>
 * weekbench backup 1
 * revision 420
 * SHA-256 size name
 * …
 * </pre>
 *
 * @param revision the store had reached
 */
public record Manifest(long revision, List<Entry> entries) {
    static final String NAME = "weekbench.backup";

    private static final String FIRST = "weekbench backup 1";
    private static final Pattern REVISION = Pattern.compile("revision (\\d{1,18})");
    private static final Pattern ENTRY =
            Pattern.compile(
                    "([0-9a-f]{64}) (\\d{1,18})"
                            + " (journal/\\d{6,9}\\.seg|files/[0-9a-f]{2}/[0-9a-f]{64})");

    /** One file of the home. */
    public record Entry(String name, long size, String sha256) {}

    public Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * Of a backup that was just written: what came over a wire may have been cut short.
     *
     * @throws io.weekbench.api.WeekbenchException {@code DAMAGED} where there is none
     */
    public static Manifest of(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile(), StandardCharsets.UTF_8)) {
            return of(zip);
        } catch (ZipException e) {
            throw Backup.unusable(e);
        }
    }

    static Manifest of(ZipFile zip) throws IOException {
        ZipEntry listed = zip.getEntry(NAME);
        if (listed == null) {
            throw Backup.unusable("it has no list of its contents", "其中没有内容清单");
        }
        try (InputStream text = zip.getInputStream(listed)) {
            return decode(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    String encode() {
        StringBuilder lines = new StringBuilder(FIRST + "\nrevision " + revision + "\n");
        for (Entry entry : entries) {
            lines.append(entry.sha256).append(' ').append(entry.size).append(' ');
            lines.append(entry.name).append('\n');
        }
        return lines.toString();
    }

    /** Names lead nowhere but into a home. */
    static Manifest decode(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(FIRST)) {
            throw Backup.unusable("it is of another kind or version", "其类型或版本不同");
        }
        Matcher revision = match(REVISION, lines.get(1));
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            Matcher entry = match(ENTRY, line);
            entries.add(new Entry(entry.group(3), Long.parseLong(entry.group(2)), entry.group(1)));
        }
        return new Manifest(Long.parseLong(revision.group(1)), entries);
    }

    private static Matcher match(Pattern form, String line) {
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            throw Backup.unusable(
                    "its list of contents has the line " + line, "内容清单中有无法识别的行：" + line);
        }
        return matcher;
    }
}
