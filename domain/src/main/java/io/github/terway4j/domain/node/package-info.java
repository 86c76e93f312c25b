/**
 * Our node as the cluster shows it: what its labels ask of us.
 *
 * <p>Nothing of Kubernetes' own types is known here. Start with {@link io.github.terway4j.domain.node.NodeLabels}.
 */
@NullMarked
package io.github.terway4j.domain.node;

import org.jspecify.annotations.NullMarked;
