/**
 * Who calls the cloud, and what they may call: access keys, credentials that end, and the policies of RAM.
 *
 * <p>Nothing here reads a request or checks a signature. Start with {@link
 * io.github.terway4j.simulator.openapi.ram.Identities} and {@link io.github.terway4j.simulator.openapi.ram.Policy}.
 */
@NullMarked
package io.github.terway4j.simulator.openapi.ram;

import org.jspecify.annotations.NullMarked;
