/**
 * Netlink as such (netlink(7), RFC 3549): messages and their attributes, sockets that ask and listen, and short visits to
 * other network namespaces to open them there.
 *
 * <p>Nothing here knows what the messages are about, nor changes anything by itself: that is for the adapters that speak
 * of links and routes, or of packet filters. Start with {@link io.github.terway4j.adapters.nlmsg.NetlinkSocket}.
 */
@NullMarked
package io.github.terway4j.adapters.nlmsg;

import org.jspecify.annotations.NullMarked;
