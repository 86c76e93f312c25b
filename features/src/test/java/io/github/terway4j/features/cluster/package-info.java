/**
 * An operator with an empty cluster, who does what the manual says until the first pod runs. Nothing here knows more than an
 * operator does: the manifests, the commands in them, and what the API server shows. Start with {@link FirstPodTest}.
 */
@NullMarked
package io.github.terway4j.features.cluster;

import org.jspecify.annotations.NullMarked;
