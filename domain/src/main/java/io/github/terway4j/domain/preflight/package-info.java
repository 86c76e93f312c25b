/**
 * What a way of wiring pods asks of a kernel, and what can be done where a kernel lacks it.
 *
 * <p>A feature is tried by making something with it, in a namespace to throw away: a kernel may have it built in, as a
 * module that it loads when it is asked, or hide it. Never happens here: trying. Start with {@link
 * io.github.terway4j.domain.preflight.KernelFeature}.
 */
@NullMarked
package io.github.terway4j.domain.preflight;

import org.jspecify.annotations.NullMarked;
