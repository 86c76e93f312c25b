/**
 * What goes wrong in a simulation, by kind, as a seed decides: at each occasion chance of the kind's own is asked, so
 * that one kind can be left out without another striking otherwise at the same occasions.
 *
 * <p>Each fault that strikes is counted and has a name, its kind and its number; one that is named beforehand is passed
 * over. Nothing here knows what comes of a fault. Start with {@link io.github.terway4j.simulator.fault.Mischief}, then
 * {@link io.github.terway4j.simulator.fault.FaultKind}.
 */
@NullMarked
package io.github.terway4j.simulator.fault;

import org.jspecify.annotations.NullMarked;
