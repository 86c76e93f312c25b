/**
 * How much there can be: what the cloud allows an instance of some type to hold, and how many pods that makes; and how
 * often the cloud may be asked for anything.
 *
 * <p>Plain arithmetic over published limits. Nothing here asks the cloud for them, counts what is in use, or decides to
 * have more or less of anything; that is the pool's work. Nor does anything here wait: a budget says how long somebody
 * else should.
 *
 * <p>Start with {@link io.github.terway4j.domain.quota.InstanceLimits}, then {@link
 * io.github.terway4j.domain.quota.Capacity}; for calls, with {@link io.github.terway4j.domain.quota.CallBudget}.
 */
@NullMarked
package io.github.terway4j.domain.quota;

import org.jspecify.annotations.NullMarked;
