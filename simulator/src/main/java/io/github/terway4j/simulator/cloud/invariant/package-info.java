/**
 * What is so at every moment in the cloud, whatever its callers do. Looks at what the cloud tells anybody who asks, adds
 * it up anew and compares; changes nothing, and the cloud does not know of it. Start with {@link
 * io.github.terway4j.simulator.cloud.invariant.CloudInvariants}.
 */
@NullMarked
package io.github.terway4j.simulator.cloud.invariant;

import org.jspecify.annotations.NullMarked;
