/**
 * The product's own agents in a simulated world, with everything going wrong that can, and all invariants looked at
 * after each event.
 *
 * <p>An <b>event</b> is one turn of the world's clock: a call takes effect, its answer reaches the caller (who then works
 * until its next call), a sleep or a wait ends, a task begins, the cloud completes something by itself, the workload
 * takes a step, somebody meddles, an agent is started. A wait that was ended by something else is none, and neither is a
 * fault as such: it becomes part of the event that it strikes.
 *
 * <p>A run has a storm, of as many events as are asked for; then faults and wishes end, and after a time that {@link
 * io.github.terway4j.app.simulate.Calm} calculates from the configuration everything must be well; then all pods end,
 * and nothing may be left.
 *
 * <p>A trace file has a line for each thing that happened, and four columns, separated by tabs, below a line with their
 * names: {@code EVENT}, the number of the event that it is part of; {@code SECONDS} since the world began, to the
 * microsecond; {@code WHO} did it or noticed it: a task as {@code process/task}, where {@code node-1#2} is the second
 * incarnation of that node's agent, or {@code cloud}, {@code workload}, {@code fault}, {@code somebody}; {@code WHAT},
 * in words, of a call with its answer behind an arrow. The trace hash is SHA-256 over all lines but the event numbers.
 *
 * <p>Start with {@link io.github.terway4j.app.simulate.Simulation}; for the invariants, with
 * {@code simulator.invariant}, for the faults with {@code simulator.fault}.
 */
@NullMarked
package io.github.terway4j.app.simulate;

import org.jspecify.annotations.NullMarked;
