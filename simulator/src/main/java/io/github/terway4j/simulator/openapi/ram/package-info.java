/**
 * Who calls the cloud, and what they may call: access keys and their secrets.
 *
 * <p>Nothing here reads a request. Start with {@link io.github.terway4j.simulator.openapi.ram.Identities}.
 */
@NullMarked
package io.github.terway4j.simulator.openapi.ram;

import org.jspecify.annotations.NullMarked;
