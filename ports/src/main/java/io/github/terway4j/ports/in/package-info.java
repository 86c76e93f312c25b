/**
 * What we offer: the deeds that the container runtime, the clock and people ask for.
 *
 * <p>Each is one method with a request and a sealed outcome. Start with {@link io.github.terway4j.ports.in.AttachPod}.
 */
@NullMarked
package io.github.terway4j.ports.in;

import org.jspecify.annotations.NullMarked;
