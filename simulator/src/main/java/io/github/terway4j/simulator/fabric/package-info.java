/**
 * The wires of the simulated cloud, laid in a kernel: each node is a network namespace, each ENI that the cloud attaches
 * appears in it as a device with its MAC, and the other end of that device lies in a namespace that plays the VPC. A member
 * has no device: its frames run on its trunk's wire under its tag.
 *
 * <p>The kernel may be the real one or the simulated one; the fabric cannot tell. What the VPC would drop, it drops: a
 * packet whose source address is not assigned to the ENI that it came from. Start with {@link
 * io.github.terway4j.simulator.fabric.Fabric}.
 */
@NullMarked
package io.github.terway4j.simulator.fabric;

import org.jspecify.annotations.NullMarked;
