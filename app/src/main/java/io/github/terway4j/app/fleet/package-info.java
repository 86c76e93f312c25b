/**
 * So many nodes of one simulated cloud, each with the product's own agent, all started at once: in a world's time, to be
 * measured.
 *
 * <p>What a request costs is said by a {@link io.github.terway4j.app.fleet.Door}, for all nodes together; an agent counts
 * and paces its requests as it does before the real cloud. Nothing is judged here, and nothing goes wrong but what the
 * door refuses. Start with {@link io.github.terway4j.app.fleet.Fleet}.
 */
@NullMarked
package io.github.terway4j.app.fleet;

import org.jspecify.annotations.NullMarked;
