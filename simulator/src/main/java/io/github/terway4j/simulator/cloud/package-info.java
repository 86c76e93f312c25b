/**
 * The cloud in memory: VPCs, vSwitches, security groups, instances and their ENIs, with the rules of ECS and VPC.
 *
 * <p>The model refuses by the cloud's own codes; only {@link io.github.terway4j.simulator.cloud.SimulatedCloudNetwork}
 * turns them into the words of our port. The model starts no thread, never sleeps and asks only the clock it was given:
 * what takes time in the cloud is over when somebody looks later than its end. Start with {@link
 * io.github.terway4j.simulator.cloud.SimulatedCloud}, or take a {@link io.github.terway4j.simulator.cloud.CloudScene}.
 *
 * <p>Rooms lie behind this one, since together they are more than one overlooks: {@code api} is what callers say and
 * hear, {@code catalogue} what instance types allow, {@code estate} what exists, {@code route} how VPCs route, and {@code
 * invariant} what must be so of all of it. Here are the desks, where deeds are done, the rules that say when they may be,
 * the turns that callers take, and the faces that the model turns to the outside.
 */
@NullMarked
package io.github.terway4j.simulator.cloud;

import org.jspecify.annotations.NullMarked;
