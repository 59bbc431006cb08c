package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import java.util.List;
import java.util.Map;

/** Words that are looked for; for one thread. */
public interface Words {

    /** Whether all of them are found somewhere in the item. */
    boolean match(Item item, Reading reading);

    /** Where they are found: field id to its text, cut into pieces that are hits and others. */
    Map<String, List<Piece>> highlights(Item item, Reading reading);

    /** A piece of a field's text. */
    record Piece(String text, boolean hit) {}
}
