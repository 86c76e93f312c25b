/**
 * Clients of the simulated cloud, ours and others', each at its HTTP door: what it says and does is what they expect of
 * the real one.
 *
 * <p>The door is {@link io.github.terway4j.app.clients.CloudAtItsDoor}; it judges signatures by the machine's clock, as
 * its clients make them, while the cloud behind it has a time of its own.
 */
@NullMarked
package io.github.terway4j.app.clients;

import org.jspecify.annotations.NullMarked;
