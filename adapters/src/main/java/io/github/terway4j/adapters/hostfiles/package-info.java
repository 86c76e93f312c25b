/**
 * The node's own files, below its root: {@code /} for an agent that runs on it, a folder for a container into which the node's
 * are mounted.
 *
 * <p>Links are not followed: with a root of its own, what a link says is meant for the node and not for us, and what stands in
 * the place of a file of ours as a link was put there by somebody else. Never happens here: a decision about whose a file is.
 * Start with {@link io.github.terway4j.adapters.hostfiles.RootedFiles}.
 */
@NullMarked
package io.github.terway4j.adapters.hostfiles;

import org.jspecify.annotations.NullMarked;
