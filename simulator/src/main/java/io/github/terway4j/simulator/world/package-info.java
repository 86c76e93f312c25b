/**
 * Time, chance and the order of things: product code runs here as it is, and a seed decides what happens to it.
 *
 * <p>Tasks are threads of which exactly one runs at a time; a task lets go only where it calls the outside, sleeps or
 * waits. While code runs no time passes. Nothing here knows what is called: the cloud, the kernel and the cluster bring
 * their own effects along. Start with {@link io.github.terway4j.simulator.world.World} and {@link
 * io.github.terway4j.simulator.world.SimulatedProcess}.
 */
@NullMarked
package io.github.terway4j.simulator.world;

import org.jspecify.annotations.NullMarked;
