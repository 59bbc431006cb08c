package io.weekbench.api;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Field id to value, in order and immutable: the map that items, requests and changes carry.
 *
 * <p>A row keeps the values it was asked with on its whole way (request, item, change), so a copy
 * is made once and then handed on. It is one array, since a large import holds a hundred thousand
 * of them at once, and a linked hash map of seven fields takes four times the memory. Few fields
 * are found fastest by looking at each; where there are more, their places are hashed.
 */
final class Values<V extends @Nullable Object> extends AbstractMap<String, V> {
    private static final int FEW = 8;
    private static final int ABSENT = -1;

    /** Id, value, id, value … */
    private final @Nullable Object[] cells;

    /** By hash, 1 + the place of a field; empty where there are few. */
    private final int[] places;

    private Values(Map<String, V> map) {
        cells = new Object[2 * map.size()];
        int next = 0;
        for (Map.Entry<String, V> entry : map.entrySet()) {
            cells[next++] = entry.getKey();
            cells[next++] = entry.getValue();
        }
        places = map.size() <= FEW ? new int[0] : new int[4 * Integer.highestOneBit(map.size())];
        for (int place = 0; place < size() && places.length > 0; place++) {
            int slot = cells[2 * place].hashCode() & (places.length - 1);
            while (places[slot] != 0) {
                slot = (slot + 1) & (places.length - 1);
            }
            places[slot] = place + 1;
        }
    }

    /** What the map holds now; the map itself where it can never hold anything else. */
    static <V extends @Nullable Object> Map<String, V> copyOf(Map<String, V> map) {
        return map instanceof Values ? map : new Values<>(map);
    }

    @Override
    public int size() {
        return cells.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return place(key) != ABSENT;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int place = place(key);
        return place == ABSENT ? null : value(place);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int place = 0; place < size(); place++) {
            action.accept(key(place), value(place));
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new Entries();
    }

    private int place(@Nullable Object key) {
        if (places.length > 0) {
            return hashed(key);
        }
        for (int place = 0; place < size(); place++) {
            if (key(place).equals(key)) {
                return place;
            }
        }
        return ABSENT;
    }

    private int hashed(@Nullable Object key) {
        int slot = key == null ? 0 : key.hashCode() & (places.length - 1);
        while (places[slot] != 0) {
            if (key(places[slot] - 1).equals(key)) {
                return places[slot] - 1;
            }
            slot = (slot + 1) & (places.length - 1);
        }
        return ABSENT;
    }

    private String key(int place) {
        return (String) cells[2 * place];
    }

    @SuppressWarnings("unchecked") // put there by the constructor, from a map of such values
    private V value(int place) {
        return (V) cells[2 * place + 1];
    }

    private final class Entries extends AbstractSet<Map.Entry<String, V>> {
        @Override
        public int size() {
            return Values.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size();
                }

                @Override
                public Map.Entry<String, V> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int place = next++;
                    return new SimpleImmutableEntry<>(key(place), value(place));
                }
            };
        }
    }
}
