/**
 * What a tracker compiles against: the whole promise, and nothing else of ours.
 *
 * <p>Two vocabularies are never mixed. A {@link io.weekbench.api.Request} is what somebody asks, in
 * the imperative; a {@link io.weekbench.api.Change} is what happened, in the past tense. Changes
 * that became durable together are a {@link io.weekbench.api.Commit}, and everything that follows
 * the data (history, undo, live views, search) follows commits.
 *
 * <p>Each type's first line says who implements it and who receives it. A person's mistake is a
 * value ({@link io.weekbench.api.Problem}); a broken promise is a {@link
 * io.weekbench.api.WeekbenchException} whose code says whose fault it is; a bug is an {@link
 * java.lang.IllegalStateException} with the values.
 *
 * <p>Values of an item are plain Java, one class a field type:
 *
 * <table>
 * <caption>Field types and the class of their values</caption>
 * <tr><th>field type</th><th>class</th></tr>
 * <tr><td>text, markdown, url, email, person, choice</td><td>{@link java.lang.String}</td></tr>
 * <tr><td>integer</td><td>{@link java.lang.Long}</td></tr>
 * <tr><td>decimal, percent (a fraction: 0.125 is 12.5 %)</td><td>{@link java.math.BigDecimal}</td></tr>
 * <tr><td>money</td><td>{@link io.weekbench.api.Money}</td></tr>
 * <tr><td>boolean</td><td>{@link java.lang.Boolean}</td></tr>
 * <tr><td>date</td><td>{@link java.time.LocalDate}</td></tr>
 * <tr><td>month</td><td>{@link java.time.YearMonth}</td></tr>
 * <tr><td>datetime</td><td>{@link java.time.Instant}, to the millisecond</td></tr>
 * <tr><td>choices</td><td>{@link java.util.List} of {@link java.lang.String}</td></tr>
 * <tr><td>reference</td><td>{@link io.weekbench.api.ItemRef}</td></tr>
 * <tr><td>references</td><td>{@link java.util.List} of {@link io.weekbench.api.ItemRef}</td></tr>
 * <tr><td>file</td><td>{@link io.weekbench.api.Attachment}</td></tr>
 * </table>
 *
 * <p>A field that is not set is absent from the map; there are no null values in it.
 */
@NullMarked
package io.weekbench.api;

import org.jspecify.annotations.NullMarked;
