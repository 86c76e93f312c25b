/**
 * Ports carried over a unix socket, so that agents in processes of their own can live in a simulated world that is kept
 * in another.
 *
 * <p>A call becomes JSON by the types that the port declares, and a value again at the other end; there is no protocol
 * beside the ports themselves, so both ends must be of one build. Never happens here: a call tried twice. Start with
 * {@link io.github.terway4j.adapters.worldlink.WorldLink}.
 */
@NullMarked
package io.github.terway4j.adapters.worldlink;

import org.jspecify.annotations.NullMarked;
