package io.weekbench.host.transfer.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what one workbook costs while it is read; used by one thread. */
final class Budget {
    private final Limits limits;
    private long bytes;
    private long cells;
    private long characters;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void cells(long more) throws XlsxRefused {
        cells += more;
        if (cells > limits.cells()) {
            throw XlsxRefused.tooLarge(
                    "has more than " + limits.cells() + " cells", "超过 " + limits.cells() + " 个单元格");
        }
    }

    String kept(String text) throws XlsxRefused {
        characters += text.length();
        if (characters > limits.characters()) {
            long millions = limits.characters() / 1_000_000;
            throw XlsxRefused.tooLarge(
                    "has more than " + millions + " million characters",
                    "超过 " + millions + " 百万个字符");
        }
        return text;
    }

    /** The same bytes, counted as they come; what the zip says about its size is not believed. */
    InputStream counting(InputStream in, long packed) {
        return new FilterInputStream(in) {
            private long part;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                int read = in.read(to, from, length);
                if (read > 0) {
                    part += read;
                    count(read, part, packed);
                }
                return read;
            }

            @Override
            public long skip(long count) throws IOException {
                return read(new byte[(int) Math.min(count, 1 << 13)]);
            }
        };
    }

    private void count(int read, long part, long packed) throws XlsxRefused {
        bytes += read;
        if (bytes > limits.bytes()) {
            long mebibytes = limits.bytes() >> 20;
            throw XlsxRefused.tooLarge(
                    "unpacks to more than " + mebibytes + " MiB", "解压后超过 " + mebibytes + " MiB");
        }
        if (part > Limits.FREE_BYTES && part / Math.max(1, packed) > limits.ratio()) {
            throw XlsxRefused.tooLarge(
                    "unpacks to more than " + limits.ratio() + " times its size",
                    "解压后超过自身大小的 " + limits.ratio() + " 倍");
        }
    }
}
