/**
 * What the sentences of the features mean. Start with {@link io.github.terway4j.features.steps.StartingSteps}.
 *
 * <p>A step does one thing or claims one thing. Which kernel it plays on is not known here.
 */
@NullMarked
package io.github.terway4j.features.steps;

import org.jspecify.annotations.NullMarked;
