/**
 * How much an instance type lets a node have, and what that makes in pods.
 *
 * <p>Arithmetic over numbers that the cloud publishes; nothing here counts what is in use. Start with {@link
 * io.github.terway4j.domain.quota.InstanceLimits}.
 */
@NullMarked
package io.github.terway4j.domain.quota;

import org.jspecify.annotations.NullMarked;
