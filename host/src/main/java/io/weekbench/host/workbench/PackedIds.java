package io.weekbench.host.workbench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ids of many items in an order of their own, in little more memory than their letters. */
final class PackedIds {
    private byte[] letters = new byte[256];
    private int[] ends = new int[16];
    private int size;

    void add(String id) {
        add(id.getBytes(StandardCharsets.ISO_8859_1), 0, id.length());
    }

    String get(int place) {
        int start = start(place);
        return new String(letters, start, ends[place] - start, StandardCharsets.ISO_8859_1);
    }

    int size() {
        return size;
    }

    /** The same ids, the one at {@code places[0]} first. */
    PackedIds inOrder(int[] places) {
        PackedIds ordered = new PackedIds();
        ordered.letters = new byte[start(size)];
        ordered.ends = new int[places.length];
        for (int place : places) {
            int start = start(place);
            ordered.add(letters, start, ends[place] - start);
        }
        return ordered;
    }

    /** The same without room for more. */
    PackedIds trimmed() {
        letters = Arrays.copyOf(letters, start(size));
        ends = Arrays.copyOf(ends, size);
        return this;
    }

    long bytes() {
        return letters.length + 4L * ends.length;
    }

    private void add(byte[] from, int start, int length) {
        int begin = start(size);
        if (begin + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(begin + length, begin + begin / 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
        }
        System.arraycopy(from, start, letters, begin, length);
        ends[size++] = begin + length;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }
}
