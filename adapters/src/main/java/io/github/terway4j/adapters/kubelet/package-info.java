/**
 * The kubelet, by gRPC on unix sockets: it is told that there is something to count, comes to ask what and how many, and is
 * asked who has what.
 *
 * <p>Each resource has a socket of its own beside the kubelet's, at which the kubelet is the client. A kubelet that begins
 * anew removes all of them and makes its own again; both are seen at the next look. Never happens here: deciding how many
 * there are. Start with {@link io.github.terway4j.adapters.kubelet.KubeletDeviceDesk}.
 */
@NullMarked
package io.github.terway4j.adapters.kubelet;

import org.jspecify.annotations.NullMarked;
