package io.weekbench.host.plugin;

import io.weekbench.api.Text;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names of entries can be files on every system, each below the folder it is unpacked to and
 * none over another. Used for one zip.
 */
final class EntryNames {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 16;
    private static final Pattern STRANGE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");

    /** Windows takes these for devices, whatever ending they have. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NOWHERE = Set.of("", ".", "..");

    private final Map<String, String> seen = new HashMap<>();

    /** What is wrong with this name after those before it. */
    Optional<Text> fault(ZipListing.Entry entry) {
        String name = entry.isFolder() ? entry.name().replaceFirst("/$", "") : entry.name();
        String[] parts = name.split("/", -1);
        if (name.length() > LONGEST || parts.length > DEEPEST) {
            return said("is too long or too deep", "过长或层级过深");
        }
        for (String part : parts) {
            if (NOWHERE.contains(part) || STRANGE.matcher(part).find()) {
                return said("leads out of the folder or is no file name", "指向文件夹之外或不是文件名");
            }
            if (DEVICE.matcher(part).matches() || part.endsWith(".") || part.endsWith(" ")) {
                return said("is no file name on Windows", "在 Windows 上不是文件名");
            }
        }
        return clashes(parts, entry.isFolder())
                ? said("stands for two entries, perhaps in other letters", "与另一条目重名（或仅大小写不同）")
                : Optional.empty();
    }

    private static Optional<Text> said(String en, String zh) {
        return Optional.of(new Text(en, zh));
    }

    /** Two that are one file where case does not count; a folder may be named again, as it was. */
    private boolean clashes(String[] parts, boolean folder) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            path.append('/').append(parts[i]);
            boolean isFolder = folder || i < parts.length - 1;
            String written = path + (isFolder ? "/" : "");
            String before = seen.put(folded(path.toString()), written);
            boolean again = isFolder && written.equals(before);
            if (before != null && !again) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
