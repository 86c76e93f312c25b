/**
 * The deeds: attaching, detaching, checking, collecting, keeping the pool. Straight-line code that reads, decides and
 * writes, in the order in which a person would tell it.
 *
 * <p>Use cases meet the world through ports alone. What two of them share lives in {@link
 * io.github.terway4j.app.usecase.NodeBook} behind one short lock, and no port is called while it is held. Start with
 * {@link io.github.terway4j.app.usecase.PodAttacher}.
 */
@NullMarked
package io.github.terway4j.app.usecase;

import org.jspecify.annotations.NullMarked;
