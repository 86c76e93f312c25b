/**
 * What the real cloud is known to do and its documentation does not promise: switches that a plan turns on at a moment,
 * for a while, with a probability.
 *
 * <p>Nothing is done here. Whoever plays a part of the cloud asks {@link io.github.terway4j.simulator.quirk.Quirks} whether
 * a quirk strikes now, and does what that means where it is: a door to the API loses the answer, an ENI falls back to
 * where it came from. The answers come from a clock and a seed alone. Start with {@link
 * io.github.terway4j.simulator.quirk.Quirk}, then {@link io.github.terway4j.simulator.quirk.QuirkPlan}.
 */
@NullMarked
package io.github.terway4j.simulator.quirk;

import org.jspecify.annotations.NullMarked;
