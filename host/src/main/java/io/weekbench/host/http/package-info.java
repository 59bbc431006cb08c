/**
 * The HTTP door: {@link io.weekbench.host.http.Routes} is the table of addresses, each noun has one
 * file of handlers, {@link io.weekbench.host.http.ErrorReplies} is the fence around them all. Only
 * this package knows Javalin and Jetty.
 */
@NullMarked
package io.weekbench.host.http;

import org.jspecify.annotations.NullMarked;
