package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;

/** The end of a cable, and the addresses that it would have in a sane world. */
record End(NetNs ns, LinkName link, Mac mac, Ip v4, Ip v6, int cable) {
    static End of(NetNs ns, String name, int cable, int number) {
        return of(ns, name, cable, number, Mac.local(cable * 10L + number));
    }

    static End of(NetNs ns, String name, int cable, int number, Mac mac) {
        return new End(
                ns,
                new LinkName(name),
                mac,
                Ip.parse("10.0.%d.%d".formatted(cable, number)),
                Ip.parse("fd00::%d:0:%d".formatted(cable + 1, number)),
                cable);
    }

    Ip ip(IpFamily family) {
        return family == IpFamily.V4 ? v4 : v6;
    }

    KernelObject address(InterfaceAddress address) {
        return new KernelObject.Address(ns, link, address);
    }

    KernelObject pairWith(End other, Mtu mtu) {
        return new KernelObject.VethPair(ns, link, mac, other.ns, other.link, other.mac, mtu, "");
    }
}
