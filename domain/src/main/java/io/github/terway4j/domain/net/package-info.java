/**
 * The words the network is spoken of in: addresses, prefixes, hardware addresses, names and sizes of links, each a
 * value that is checked once, where it enters, and never again.
 *
 * <p>Everything here is immutable and prints the one canonical text that its {@code parse} reads back. No address
 * travels through the house as a {@code String} or a byte array; adapters translate at their edge. Nothing here resolves
 * a name, opens a socket or knows which family the cluster prefers.
 *
 * <p>Start with {@link io.github.terway4j.domain.net.Ip}, then {@link io.github.terway4j.domain.net.Cidr} and {@link
 * io.github.terway4j.domain.net.DualStack}.
 */
@NullMarked
package io.github.terway4j.domain.net;

import org.jspecify.annotations.NullMarked;
