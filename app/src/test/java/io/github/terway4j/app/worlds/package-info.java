/**
 * The simulated kernel is held to the truth: small worlds of namespaces, drawn at random, are built step by step in it
 * and in the real one, packets are sent, and both must tell the same: what became of each step, what is seen afterwards,
 * and where each packet ended.
 *
 * <p>Where they do not, the real kernel is right. The world is made as small as it can be while they still disagree,
 * and becomes a test of its own among {@code AgreedWorldsTest}.
 *
 * <p>Start with {@code World}, then {@code RandomWorldsTest}.
 */
@NullMarked
package io.github.terway4j.app.worlds;

import org.jspecify.annotations.NullMarked;
