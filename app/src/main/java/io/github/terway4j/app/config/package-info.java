/**
 * The node's configuration: what the operator writes under {@code eni_conf} in the ConfigMap {@code eni-config}.
 *
 * <p>Plain JSON goes in; a tree of immutable records comes out, or a list of everything that is wrong with it. A bad
 * value is never replaced by a default, and a secret is never shown. Nothing here reads a file or asks the cluster.
 * Start with {@link io.github.terway4j.app.config.NodeConfigReader}; for people, {@code docs/configuration.md}.
 */
@NullMarked
package io.github.terway4j.app.config;

import org.jspecify.annotations.NullMarked;
