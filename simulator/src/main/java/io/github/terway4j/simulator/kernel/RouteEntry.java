package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Cidr;

/**
 * A route in a table.
 *
 * @param metric decides between routes to the same destination, the lower first; IPv4's are all 0
 */
record RouteEntry(Cidr destination, Leads leads, int metric, int protocol) {
    /** {@code RTPROT_KERNEL}: the kernel's own routes and rules. */
    static final int KERNEL = 2;

    /** {@code IP6_RT_PRIO_USER}, what an IPv6 route gets that asks for no metric. */
    static final int USER_METRIC_V6 = 1024;

    /** {@code IP6_RT_PRIO_ADDRCONF}, that of IPv6 routes to the neighbours of an address. */
    static final int PREFIX_METRIC_V6 = 256;

    boolean sameSeatAs(RouteEntry other) {
        return destination.equals(other.destination) && metric == other.metric;
    }

    String words() {
        return destination + " " + leads.words();
    }
}
