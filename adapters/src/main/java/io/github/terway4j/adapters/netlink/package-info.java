/**
 * The kernel's network configuration for real: links, addresses, routes, rules, neighbours, queue disciplines by
 * rtnetlink (rtnetlink(7)), settings by {@code /proc/sys}; and network namespaces that {@code ip netns} knows too. {@code
 * SmcHints} writes another table, by generic netlink: which RDMA device a pod's link is on one network with.
 *
 * <p>No other program is ever run. Every step is told apart by errno, never by words. A namespace is visited only to open
 * a socket or a file in it, by a platform thread that comes home at once.
 *
 * <p>For each kind of object one class knows its messages, both ways, and does nothing: {@code LinkMessages}, {@code
 * RouteMessages} and so on. {@code ObjectMaker}, {@code ObjectRemover} and {@code NamespaceReader} speak them; where making
 * takes more than one message, a class of its own knows the order: {@code VethMaker}, {@code LinkMover}, {@code FilterKeeper}. Start with
 * {@link io.github.terway4j.adapters.netlink.NetlinkKernel}.
 */
@NullMarked
package io.github.terway4j.adapters.netlink;

import org.jspecify.annotations.NullMarked;
