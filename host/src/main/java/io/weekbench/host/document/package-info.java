/**
 * Pages as something to read elsewhere: {@link io.weekbench.host.document.Form} takes what they
 * say, as Markdown or as one HTML document.
 */
@NullMarked
package io.weekbench.host.document;

import org.jspecify.annotations.NullMarked;
