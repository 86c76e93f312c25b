/**
 * A node's kubelet as far as it counts devices and gives them to pods.
 *
 * <p>Never happens here: a pod that runs. Start with {@link io.github.terway4j.simulator.kubelet.SimulatedKubelet}.
 */
@NullMarked
package io.github.terway4j.simulator.kubelet;

import org.jspecify.annotations.NullMarked;
