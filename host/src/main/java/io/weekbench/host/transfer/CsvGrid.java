package io.weekbench.host.transfer;

import java.util.List;
import java.util.function.ToIntFunction;

/** A text with delimiters, in whatever encoding. */
final class CsvGrid {
    private CsvGrid() {}

    /**
     * @param encoding as the person named it; empty to find out
     */
    static Grid read(byte[] bytes, String encoding, ToIntFunction<List<String>> known) {
        Encodings.Decoded decoded = Encodings.decode(bytes, encoding);
        if (decoded instanceof Encodings.Bad bad) {
            return Grid.unreadable(bad.problem());
        }
        Encodings.Good good = (Encodings.Good) decoded;
        CsvReader.Table csv = CsvReader.read(good.text(), known);
        return csv.problem() == null
                ? Grid.below(csv.rows(), good.encoding(), known)
                : Grid.unreadable(csv.problem());
    }
}
