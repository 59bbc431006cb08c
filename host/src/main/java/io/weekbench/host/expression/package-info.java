/**
 * The one expression grammar of the workbench: filters, conditions and computed fields.
 *
 * <p>CEL's parser and checker read an expression; {@link io.weekbench.host.expression.Language}
 * says which operators and functions there are, and what is checked is planned into {@link
 * io.weekbench.host.expression.Node}s of our own, in which a value that is not set is simply null,
 * decimals stay exact and nothing can loop. {@code docs/expressions.md} describes the language.
 */
@NullMarked
package io.weekbench.host.expression;

import org.jspecify.annotations.NullMarked;
