/**
 * Fetches from other people's servers, for sources: politely, within limits, and never from inside
 * the own network unless that was allowed.
 */
@NullMarked
package io.weekbench.host.fetch;

import org.jspecify.annotations.NullMarked;
