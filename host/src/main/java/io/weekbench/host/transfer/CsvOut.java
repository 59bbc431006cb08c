package io.weekbench.host.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows as CSV (RFC 4180, UTF-8). */
final class CsvOut {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvOut() {}

    /** Does not close the stream. */
    static void write(Outgoing rows, boolean mark, OutputStream out) throws IOException {
        if (mark) {
            out.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(out, StandardCharsets.UTF_8);
        csv.writeRecord(rows.header());
        rows.forEach(item -> csv.writeRecord(rows.row(item)));
        csv.flush();
    }
}
