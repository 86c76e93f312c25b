/**
 * What we need of the world, as roles that it plays: the cloud, the kernel, the ledger, the cluster, the clock.
 *
 * <p>Every answer that can be a refusal is a sealed outcome. No room further in hears of a foreign code, and none of
 * these methods throws for something that the world did. Start with {@link io.github.terway4j.ports.out.CloudNetwork}
 * and {@link io.github.terway4j.ports.out.Kernel}.
 */
@NullMarked
package io.github.terway4j.ports.out;

import org.jspecify.annotations.NullMarked;
