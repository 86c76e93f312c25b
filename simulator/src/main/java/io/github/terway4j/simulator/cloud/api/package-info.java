/**
 * The words between the cloud and its callers: the parameters of the ECS and VPC actions, the things that they describe,
 * and the codes by which they refuse. Values only; nothing is decided here and nothing changes. A parameter that the
 * real API would refuse can be said in these words, too: refusing it is the model's business.
 *
 * <p>Start with {@link io.github.terway4j.simulator.cloud.api.EniOrder} for what is asked, {@link
 * io.github.terway4j.simulator.cloud.api.CloudEni} for what is described, {@link
 * io.github.terway4j.simulator.cloud.api.Answer} for how the cloud answers.
 */
@NullMarked
package io.github.terway4j.simulator.cloud.api;

import org.jspecify.annotations.NullMarked;
