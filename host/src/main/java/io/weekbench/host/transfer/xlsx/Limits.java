package io.weekbench.host.transfer.xlsx;

/**
 * What a workbook may cost.
 *
 * @param parts files in the zip
 * @param bytes of all parts together, inflated
 * @param ratio of inflated to packed bytes, once a part has inflated to {@link #FREE_BYTES}
 * @param cells of all sheets together, gaps before a cell counted
 * @param characters of all texts together, as they are held in memory
 */
record Limits(int parts, long bytes, int ratio, long cells, long characters) {
    /** What a real workbook with a million cells stays far below. */
    static final Limits USUAL = new Limits(2_000, 512L << 20, 250, 5_000_000, 64L << 20);

    /** So much of one part is inflated without looking at its ratio: blank rows pack well. */
    static final long FREE_BYTES = 4L << 20;

    /** Elements in elements; a workbook's own need seven. */
    static final int DEPTH = 64;

    /** Characters of one text; a spreadsheet has room for 32,767. */
    static final int TEXT = 1 << 20;

    /** XFD, the last column of a spreadsheet. */
    static final int COLUMNS = 16_384;

    /** The last row of a spreadsheet. */
    static final int ROWS = 1_048_576;
}
