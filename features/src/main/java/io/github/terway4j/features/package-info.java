/**
 * The manual, executed: what the product promises, in the words of those who run clusters, and the steps that hold it to
 * its word.
 *
 * <p>Start with the feature files. Steps speak of pods, nodes, addresses and minutes, never of classes or calls.
 */
@NullMarked
package io.github.terway4j.features;

import org.jspecify.annotations.NullMarked;
