/**
 * Machines, a simulated cloud and agents, set up for a demonstration or a measurement.
 *
 * <p>A {@link io.github.terway4j.app.stage.Stage} stands on the real kernel, with agents as processes of their own that
 * are called through the CNI executable, or on the simulated one, with agents in this process. Whoever stands on it
 * cannot tell. Nothing outlives it.
 */
@NullMarked
package io.github.terway4j.app.stage;

import org.jspecify.annotations.NullMarked;
