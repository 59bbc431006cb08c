package io.weekbench.testkit.store;

import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What a store answers, as text that can be compared and read when it is wrong. */
public final class Told {
    private static final int SHOWN = 40;

    private Told() {}

    /**
     * {@code id@revision=body}; a long or strange body as its length and hash, a deletion as {@code
     * gone}.
     */
    public static String item(StoredItem item) {
        byte[] body = item.body();
        return item.id() + "@" + item.revision() + "=" + (body == null ? "gone" : body(body));
    }

    public static List<String> items(Iterator<StoredItem> items) {
        List<String> told = new ArrayList<>();
        items.forEachRemaining(item -> told.add(item(item)));
        return told;
    }

    public static List<String> items(List<StoredItem> items) {
        return items(items.iterator());
    }

    /** The item, or {@code none}. */
    public static String get(StoreView view, int table, String id) {
        return view.get(table, id).map(Told::item).orElse("none");
    }

    private static String body(byte[] body) {
        String text = new String(body, StandardCharsets.US_ASCII);
        return text.length() <= SHOWN && text.chars().allMatch(c -> c >= ' ' && c < 0x7F)
                ? text
                : body.length + "#" + Arrays.hashCode(body);
    }
}
