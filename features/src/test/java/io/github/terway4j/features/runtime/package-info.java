/**
 * A real container runtime against our CNI executable and agent: containerd and runc make sandboxes and remove them, as a
 * kubelet would have it, while the agent and the runtime are killed. What is left afterwards is counted.
 *
 * <p>Not a test of the suite: {@code deploy/test/containerd.sh} prepares what it needs, keeps it to itself and starts {@link
 * io.github.terway4j.features.runtime.RuntimeDrill}. Never happens here: speaking to a runtime that is not ours.
 */
@NullMarked
package io.github.terway4j.features.runtime;

import org.jspecify.annotations.NullMarked;
