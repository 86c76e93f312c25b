/**
 * Where the features are played: a cloud, a cluster and nodes with the product's own agents on them, on a kernel that may
 * be the simulated one or the real one. Time is the simulated world's in both.
 *
 * <p>Nothing here claims anything; that is for the steps. Start with {@link io.github.terway4j.features.stage.Stage}.
 */
@NullMarked
package io.github.terway4j.features.stage;

import org.jspecify.annotations.NullMarked;
