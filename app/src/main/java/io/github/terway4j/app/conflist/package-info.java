/**
 * The file in {@code /etc/cni/net.d} that tells a container runtime which plugins to run, made of what the operator wrote
 * into the ConfigMap ({@code 10-terway.conf} or {@code 10-terway.conflist}).
 *
 * <p>Never happens here: reading or writing a file. Start with {@link io.github.terway4j.app.conflist.Conflist}.
 */
@NullMarked
package io.github.terway4j.app.conflist;

import org.jspecify.annotations.NullMarked;
