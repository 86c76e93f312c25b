/**
 * A node's files in memory, for whoever prepares nodes that are not there.
 *
 * <p>Never happens here: a link, or a file that cannot be read. Start with {@link
 * io.github.terway4j.simulator.hostfiles.SimulatedHostFiles}.
 */
@NullMarked
package io.github.terway4j.simulator.hostfiles;

import org.jspecify.annotations.NullMarked;
