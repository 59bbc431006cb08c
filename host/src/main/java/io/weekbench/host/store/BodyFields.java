package io.weekbench.host.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads some fields out of one body after the other and passes over the rest. */
public final class BodyFields {
    private final int[] numbers;
    private final @Nullable Object[] values;

    /**
     * @param numbers of the fields wanted, each once
     */
    public BodyFields(int[] numbers) {
        this.numbers = numbers.clone();
        this.values = new Object[numbers.length];
    }

    public void read(byte[] body) {
        Arrays.fill(values, null);
        BodyCursor cursor = new BodyCursor(body);
        for (int missing = numbers.length; missing > 0 && cursor.hasNext(); ) {
            int place = place(cursor.nextNumber());
            if (place < 0) {
                cursor.skipValue();
            } else {
                values[place] = cursor.nextValue();
                missing--;
            }
        }
    }

    /** What the body read last has in the field with {@code numbers[place]}; null if nothing. */
    public @Nullable Object value(int place) {
        return values[place];
    }

    private int place(int number) {
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] == number) {
                return place;
            }
        }
        return -1;
    }
}
