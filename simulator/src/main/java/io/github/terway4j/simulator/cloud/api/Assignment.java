package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.IpFamily;

/** The parameters of AssignPrivateIpAddresses (IPv4) and of AssignIpv6Addresses (IPv6). */
public record Assignment(EniId eni, IpFamily family, AddressWish wish) {
    /** So many single addresses of the cloud's choice. */
    public Assignment(EniId eni, IpFamily family, int count) {
        this(eni, family, AddressWish.count(count));
    }
}
