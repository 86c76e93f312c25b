/**
 * How a pod is wired to its ENI, as values: kernel objects that should be there, the steps that make them, and what an
 * observed kernel lacks of them.
 *
 * <p>Nothing here touches a kernel. A planner turns facts into a {@link
 * io.github.terway4j.domain.datapath.DatapathPlan}; {@link io.github.terway4j.domain.datapath.KernelDiff} subtracts
 * what is seen from what is wanted. Start with {@link io.github.terway4j.domain.datapath.Datapath} and the first of them,
 * {@link io.github.terway4j.domain.datapath.VethPolicyRoute}.
 */
@NullMarked
package io.github.terway4j.domain.datapath;

import org.jspecify.annotations.NullMarked;
