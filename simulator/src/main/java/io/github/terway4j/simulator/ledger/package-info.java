/**
 * The lease ledger and the journal of calls to the cloud in memory, for agents that crash in a simulation.
 *
 * <p>What was written is on the {@link io.github.terway4j.simulator.ledger.SimulatedDisk}, which outlives the agent; the
 * ledger itself dies with it. Between the two stands a {@link io.github.terway4j.simulator.ledger.WayToDisk}, where the
 * world decides how long a write takes, whether it happens and whether the agent lives to see it.
 *
 * <p>Never happens here: a write that is half done. The real ledger promises as much, and is tested for it. Start with
 * {@link io.github.terway4j.simulator.ledger.SimulatedLeaseLedger}.
 */
@NullMarked
package io.github.terway4j.simulator.ledger;

import org.jspecify.annotations.NullMarked;
