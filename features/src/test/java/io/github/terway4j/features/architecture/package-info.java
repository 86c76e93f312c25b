/**
 * The walls of the house as tests: who may know whom, what decides by nothing but values, what things are called.
 *
 * <p>Each rule is tried twice: on our own classes, which keep it, and on the {@code crooked} house, a few small classes
 * in the same rooms which each break one rule, and to which it must object. A rule that is never seen to object is no
 * rule. Start with {@link io.github.terway4j.features.architecture.WallsTest}.
 */
@NullMarked
package io.github.terway4j.features.architecture;

import org.jspecify.annotations.NullMarked;
