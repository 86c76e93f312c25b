/**
 * How much there can be: what the cloud allows an instance of some type to hold, and how many pods that makes.
 *
 * <p>Plain arithmetic over published limits. Nothing here asks the cloud for them, counts what is in use, or decides to
 * have more or less of anything; that is the pool's work.
 *
 * <p>Start with {@link io.github.terway4j.domain.quota.InstanceLimits}, then {@link
 * io.github.terway4j.domain.quota.Capacity}.
 */
@NullMarked
package io.github.terway4j.domain.quota;

import org.jspecify.annotations.NullMarked;
