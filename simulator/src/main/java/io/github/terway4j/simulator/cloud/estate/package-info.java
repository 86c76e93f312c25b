/**
 * All that exists in the cloud, and where each thing is found: networks, machines, ENIs and who holds which address.
 * Keeps things and finds them, and objects to what cannot be found or is already taken; whether a caller may do what it
 * asks for is decided by the desks in {@link io.github.terway4j.simulator.cloud}, and only they hold an estate: it has no
 * lock of its own. Start with {@link io.github.terway4j.simulator.cloud.estate.Estate}.
 */
@NullMarked
package io.github.terway4j.simulator.cloud.estate;

import org.jspecify.annotations.NullMarked;
