package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\t", "-", "--", "'", "''", "' ", "'a", "a", "=1", "'=1", "''=1", "+1",
                "-1", "@x", "\t=1", "\r", "\n", "＝1", "＠x", "it's"
            })
    void givesEveryTextBack(String text) {
        assertEquals(text, FormulaGuard.unprotect(FormulaGuard.protect(text)));
    }

    @Test
    void leavesOtherPeoplesApostrophesAlone() {
        assertEquals("'tis", FormulaGuard.unprotect("'tis"));
    }

    @Test
    void letsNoPayloadBeginAFormula() throws IOException {
        String corpora = System.getProperty("corpora");
        Assumptions.assumeTrue(corpora != null, "no -Dcorpora given");
        Path payloads = Path.of(corpora, "spreadsheets/csv-injection/csv-payload.txt");
        Assumptions.assumeTrue(Files.exists(payloads), payloads + " is not there");
        for (String payload : Files.readAllLines(payloads)) {
            String cell = FormulaGuard.protect(payload);
            assertFalse(cell.matches("(?s)[=+\\-@\\t\\r].*"), cell);
            assertEquals(payload, FormulaGuard.unprotect(cell));
        }
    }
}
