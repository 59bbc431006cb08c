package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
    private final List<String> closed = new ArrayList<>();
    private final Registrations registrations = new Registrations();

    @Test
    void closesAllThatIsOpen() {
        registrations.keep(() -> closed.add("first"));
        registrations.keep(() -> closed.add("second"));
        assertEquals(List.of(), closed);
        registrations.close();
        registrations.close();
        assertEquals(List.of("first", "second"), closed);
    }

    @Test
    void closesWhatComesTooLate() {
        registrations.close();
        registrations.keep(() -> closed.add("late"));
        assertEquals(List.of("late"), closed);
    }
}
