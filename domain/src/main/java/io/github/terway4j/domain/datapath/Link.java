package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;

/**
 * A link as observed.
 *
 * @param kind the kernel's word for it ({@code veth}, {@code bridge}); empty for hardware
 * @param alias what {@code ip link set alias} wrote; empty for nothing
 * @param group zero unless somebody grouped it
 */
public record Link(int index, LinkName name, String kind, Mac mac, int mtuBytes, boolean up, String alias, int group) {}
