/**
 * The command line: one file a command. Only this package and Main know picocli.
 *
 * <p>While a host runs on a home, commands talk to it over HTTP; otherwise they open the home
 * themselves. Either way they get the same JSON ({@link io.weekbench.host.cli.Host}) and print it,
 * as it is with {@code --json} or for a person without.
 */
@NullMarked
package io.weekbench.host.cli;

import org.jspecify.annotations.NullMarked;
