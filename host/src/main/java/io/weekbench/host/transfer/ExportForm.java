package io.weekbench.host.transfer;

/**
 * How a table is written.
 *
 * @param mark whether a CSV begins with a byte order mark, without which some spreadsheets take
 *     UTF-8 for something else
 * @param identified whether to add {@code #id} and {@code #revision}
 */
public record ExportForm(Format format, Words words, boolean mark, boolean identified) {}
