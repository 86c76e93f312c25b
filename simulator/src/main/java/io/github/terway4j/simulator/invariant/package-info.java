/**
 * What must be so after every event, whatever goes wrong: one class for each invariant, and what they look at.
 *
 * <p>Whoever runs a simulation tells the {@link io.github.terway4j.simulator.invariant.Watch} of each {@link
 * io.github.terway4j.simulator.invariant.Change}. From these alone the {@link
 * io.github.terway4j.simulator.invariant.Picture} is kept, and an invariant looks only at what the change can have
 * touched; so a million events cost seconds. Nothing here asks the product what it believes: a lease is what is in the
 * ledger, an address is where the cloud has it, a pod lives from the answer to its ADD until its runtime begins to end
 * it. Start with {@link io.github.terway4j.simulator.invariant.Invariant}.
 */
@NullMarked
package io.github.terway4j.simulator.invariant;

import org.jspecify.annotations.NullMarked;
