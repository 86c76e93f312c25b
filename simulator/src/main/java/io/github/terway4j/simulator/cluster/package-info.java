/**
 * A cluster in memory: nodes, the pods on them, and the sandboxes that their runtimes make.
 *
 * <p>It knows who runs where, and nothing of addresses or links; nothing here schedules, and no pod starts by itself.
 * Start with {@link io.github.terway4j.simulator.cluster.SimulatedCluster}.
 */
@NullMarked
package io.github.terway4j.simulator.cluster;

import org.jspecify.annotations.NullMarked;
