package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.host.Desk;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every form of forms.txt is read as it says there. */
class FormsTest {
    private static final String EMPTY = "∅";
    private static final String REFUSED = "✗";
    private static final int AT_LEAST = 200;

    /** One line: what is written, the type of its field, what it is read as. */
    private record Form(String cell, FieldType type, String value) {
        static Form of(String line) {
            String[] parts = line.split(" → ", -1);
            assertEquals(3, parts.length, line);
            String cell =
                    parts[0].startsWith("«")
                            ? parts[0].substring(1, parts[0].length() - 1)
                            : parts[0];
            return new Form(cell, FieldType.ofWord(parts[1]).orElseThrow(), parts[2]);
        }

        Form reading(CellReader reader) {
            FieldSpec field =
                    FieldSpec.named("field", type, new Text("Field", "字段")).currency("CNY").build();
            if (CellReader.isEmpty(field, cell)) {
                return new Form(cell, type, EMPTY);
            }
            Optional<?> read = reader.read(field, cell);
            return new Form(cell, type, read.map(Object::toString).orElse(REFUSED));
        }
    }

    @Test
    void readsEachFormAsItIsMeant() throws IOException {
        List<Form> forms = forms();
        assertTrue(forms.size() >= AT_LEAST, "expected 200 forms, came " + forms.size());
        try (Desk desk = new Desk()) {
            Snapshot now = desk.workbench().snapshot();
            CellReader reader =
                    new CellReader(
                            desk.live().catalog(),
                            new Names(now, desk.live().catalog()),
                            new KeyedItems(now),
                            ZoneOffset.UTC);
            List<Form> wrong =
                    forms.stream().filter(form -> !form.equals(form.reading(reader))).toList();
            assertEquals(
                    lines(wrong), lines(wrong.stream().map(form -> form.reading(reader)).toList()));
        }
    }

    private static String lines(List<Form> forms) {
        return String.join("\n", forms.stream().map(Form::toString).toList());
    }

    private static List<Form> forms() throws IOException {
        try (InputStream in = FormsTest.class.getResourceAsStream("forms.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# ") && !line.equals("#"))
                    .map(Form::of)
                    .toList();
        }
    }
}
