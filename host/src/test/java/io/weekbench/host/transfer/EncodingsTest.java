package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
    private static final String CHINESE = "名称,备注\nPostgreSQL,镕基：功能矩阵 𠮷\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void findsOut(String encoding) {
        Encodings.Good good = good(CHINESE.getBytes(Charset.forName(encoding)), "");
        assertEquals(new Encodings.Good(CHINESE, encoding), good);
    }

    @Test
    void readsAByteOrderMark() {
        assertEquals(
                CHINESE, good(("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_8), "").text());
        assertEquals(
                CHINESE, good(("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_16LE), "").text());
        assertEquals(
                CHINESE, good(("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_16BE), "").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name\nMüller\n", "Nom\ncafé, déjà vu\n", "naïve façade"})
    void doesNotGarbleLatin1(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        RowProblem problem = bad(bytes, "");
        assertEquals("bad-encoding", problem.code());
        assertEquals(text, good(bytes, "ISO-8859-1").text());
    }

    @Test
    void namesTheByteWhereUtf8IsBroken() {
        byte[] bytes = CHINESE.getBytes(StandardCharsets.UTF_8);
        bytes[20] = (byte) 0xFF;
        RowProblem problem = bad(bytes, "");
        assertEquals(2, problem.row());
        assertTrue(
                problem.message().en().startsWith("Byte 21 of the file (0xff, line 2)"),
                problem.message().en());
    }

    @Test
    void knowsAWorkbookAndUtf16WithoutAMark() {
        assertEquals("not-csv", bad(new byte[] {'P', 'K', 3, 4, 0, 0}, "").code());
        assertEquals(
                "bad-encoding", bad("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE), "").code());
    }

    @Test
    void refusesAnEncodingThatIsNone() {
        assertEquals("unknown-encoding", bad(new byte[0], "UTF-7½").code());
        assertEquals("bad-encoding", bad(new byte[] {(byte) 0xFF}, "UTF-8").code());
    }

    private static Encodings.Good good(byte[] bytes, String named) {
        return assertInstanceOf(Encodings.Good.class, Encodings.decode(bytes, named));
    }

    private static RowProblem bad(byte[] bytes, String named) {
        return assertInstanceOf(Encodings.Bad.class, Encodings.decode(bytes, named)).problem();
    }
}
