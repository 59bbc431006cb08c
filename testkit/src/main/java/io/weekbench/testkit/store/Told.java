package io.weekbench.testkit.store;

import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What a store answers, as text that can be compared and read when it is wrong. */
public final class Told {
    private static final int SHOWN = 40;

    private Told() {}

    /** {@code id@revision=body}; a long body as its length and hash, a deletion as {@code gone}. */
    public static String item(StoredItem item) {
        byte[] body = item.body();
        return item.id() + "@" + item.revision() + "=" + (body == null ? "gone" : told(body));
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

    /** The text of field 1. */
    public static String body(byte[] body) {
        return String.valueOf(Body.decode(body).get(1));
    }

    private static String told(byte[] body) {
        String text = body(body);
        return text.length() <= SHOWN ? text : text.length() + "#" + text.hashCode();
    }
}
