/**
 * A cloud, a kernel, a cluster and a clock in memory, driven by one seed, in which the product runs unchanged.
 *
 * <p>The same seed gives the same day, event by event. Nothing here reads a real clock, opens a socket to the outside
 * or starts a thread that others could race with.
 */
@NullMarked
package io.github.terway4j.simulator;

import org.jspecify.annotations.NullMarked;
