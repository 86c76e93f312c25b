/**
 * Pods as the network sees them: who they are, which sandbox is theirs, how fast they may talk.
 *
 * <p>Nothing of Kubernetes' own types is known here. Start with {@link io.github.terway4j.domain.pod.AttachmentKey}.
 */
@NullMarked
package io.github.terway4j.domain.pod;

import org.jspecify.annotations.NullMarked;
