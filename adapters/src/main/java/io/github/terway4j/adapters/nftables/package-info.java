/**
 * The kernel's packet rules, by the program {@code nft}.
 *
 * <p>What is ours stands in tables of our own, which carry our comment; no other table is ever touched, listed or flushed.
 * Start with {@link io.github.terway4j.adapters.nftables.NftConnectionMarks}.
 */
@NullMarked
package io.github.terway4j.adapters.nftables;

import org.jspecify.annotations.NullMarked;
