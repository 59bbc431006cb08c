package io.weekbench.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few fields are looked through and many are hashed: both are the map they were made of. */
class ValuesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 200})
    void isTheMapItWasMadeOf(int fields) {
        Map<String, Object> made = made(fields);
        Map<String, Object> values = Values.copyOf(made);
        assertEquals(made, values);
        assertEquals(values, made);
        assertEquals(made.hashCode(), values.hashCode());
        assertEquals(made.toString(), values.toString());
        made.forEach((field, value) -> assertEquals(value, values.get(field)));
        made.keySet().forEach(field -> assertTrue(values.containsKey(field), field));
        assertNull(values.get("absent"));
        assertNull(values.get(null));
        assertFalse(values.containsKey("absent"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void keepsTheOrder(int fields) {
        List<String> seen = new ArrayList<>();
        Map<String, Object> made = made(fields);
        Values.copyOf(made).forEach((field, value) -> seen.add(field + "=" + value));
        assertEquals(made.entrySet().stream().map(Object::toString).toList(), seen);
        assertEquals(List.copyOf(made.keySet()), List.copyOf(Values.copyOf(made).keySet()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void keepsNullsApartFromWhatIsAbsent(int fields) {
        Map<String, Object> made = made(fields);
        made.put("cleared", null);
        Map<String, Object> values = Values.copyOf(made);
        assertTrue(values.containsKey("cleared"));
        assertNull(values.get("cleared"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void neverChanges(int fields) {
        Map<String, Object> made = made(fields);
        Map<String, Object> values = Values.copyOf(made);
        made.put("f0", "later");
        assertEquals(0, values.get("f0"));
        assertThrows(UnsupportedOperationException.class, () -> values.put("f0", 1));
        assertThrows(UnsupportedOperationException.class, () -> values.remove("f0"));
        assertThrows(UnsupportedOperationException.class, values::clear);
        assertThrows(
                UnsupportedOperationException.class,
                () -> values.entrySet().iterator().next().setValue(1));
        assertSame(values, Values.copyOf(values));
    }

    private static Map<String, Object> made(int fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields; i++) {
            map.put("f" + i, i);
        }
        return map;
    }
}
