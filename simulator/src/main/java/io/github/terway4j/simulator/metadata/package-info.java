/**
 * The instance metadata service of the simulated cloud: what each instance reads about itself at 100.100.100.200.
 *
 * <p>It changes nothing in the cloud, and asks only the clock it was given. {@link
 * io.github.terway4j.simulator.metadata.MetadataService} answers requests as plain values; {@link
 * io.github.terway4j.simulator.metadata.MetadataHandler} carries them over HTTP. Paths, formats and statuses are those
 * of the ECS documentation, instance metadata; what it leaves open is marked as chosen. Start with {@link
 * io.github.terway4j.simulator.metadata.MetadataService}.
 */
@NullMarked
package io.github.terway4j.simulator.metadata;

import org.jspecify.annotations.NullMarked;
