/**
 * The instance metadata service as a client: what the instance is, and the credentials of its RAM role.
 *
 * <p>Formats, statuses and the hardened mode's tokens are those of the ECS documentation, instance metadata. Nothing is
 * retried here but one read whose token was refused: a pass that got no answer is followed by the next pass, and a
 * service that throttles is not helped by patience in a loop. What is wrong with an answer is told with its path, and
 * never with its text where that may be a secret. Start with {@link
 * io.github.terway4j.adapters.metadata.MetadataClient}.
 */
@NullMarked
package io.github.terway4j.adapters.metadata;

import org.jspecify.annotations.NullMarked;
