package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.IpFamily;
import java.util.Arrays;
import java.util.Optional;

/**
 * The settings per link that this stack knows, with what the kernel is compiled with. Linux has more; those it lacks
 * here do not exist, so that nobody sets what would have no effect.
 */
enum Setting {
    FORWARDING(IpFamily.V4, "forwarding", 0),
    RP_FILTER(IpFamily.V4, "rp_filter", 0),
    ACCEPT_LOCAL(IpFamily.V4, "accept_local", 0),
    ROUTE_LOCALNET(IpFamily.V4, "route_localnet", 0),
    /** Without effect: there are no redirects here. */
    SEND_REDIRECTS(IpFamily.V4, "send_redirects", 1),
    /** Without effect: there are no redirects here. */
    ACCEPT_REDIRECTS(IpFamily.V4, "accept_redirects", 1),
    FORWARDING_V6(IpFamily.V6, "forwarding", 0),
    FORCE_FORWARDING_V6(IpFamily.V6, "force_forwarding", 0),
    DISABLE_V6(IpFamily.V6, "disable_ipv6", 0),
    /** Without effect: nobody advertises routers here. */
    ACCEPT_RA(IpFamily.V6, "accept_ra", 1),
    /** Without effect: nothing takes time here, so no address is ever on probation. */
    ACCEPT_DAD(IpFamily.V6, "accept_dad", 1);

    private final IpFamily family;
    private final String word;
    private final int compiled;

    Setting(IpFamily family, String word, int compiled) {
        this.family = family;
        this.word = word;
        this.compiled = compiled;
    }

    static Optional<Setting> named(IpFamily family, String word) {
        return Arrays.stream(values())
                .filter(setting -> setting.family == family && setting.word.equals(word))
                .findFirst();
    }

    IpFamily family() {
        return family;
    }

    int compiled() {
        return compiled;
    }
}
