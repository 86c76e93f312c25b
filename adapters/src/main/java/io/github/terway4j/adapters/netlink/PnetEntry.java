package io.github.terway4j.adapters.netlink;

/**
 * One line of the table: a link, or a port of an RDMA device, is on the network of that name.
 *
 * @param link its name; empty where the line is about a device
 * @param device its name; empty where the line is about a link
 */
record PnetEntry(String network, String link, String device) {}
