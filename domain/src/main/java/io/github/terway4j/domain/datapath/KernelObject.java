package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;

/** Something that can be there in a network namespace, or not. Two that are equal are the same thing. */
public sealed interface KernelObject {
    NetNs ns();

    /** What a person calls it, close to what {@code ip} prints. */
    String words();

    /**
     * A veth pair, its peer made straight in its own namespace.
     *
     * @param alias the mark on the first end by which we know it again ({@code ip link set alias}); empty for none
     */
    record VethPair(
            NetNs ns, LinkName name, Mac mac, NetNs peerNs, LinkName peerName, Mac peerMac, Mtu mtu, String alias)
            implements KernelObject {
        @Override
        public String words() {
            return "veth " + name + " with peer " + peerName + " in " + peerNs;
        }
    }

    /** The link is administratively up. */
    record LinkUp(NetNs ns, LinkName link) implements KernelObject {
        @Override
        public String words() {
            return "link " + link + " up";
        }
    }

    /** The link's MTU. Unmaking it changes nothing: a link always has one. */
    record LinkMtu(NetNs ns, LinkName link, Mtu mtu) implements KernelObject {
        @Override
        public String words() {
            return "link " + link + " mtu " + mtu.bytes();
        }
    }

    record Address(NetNs ns, LinkName link, InterfaceAddress address) implements KernelObject {
        @Override
        public String words() {
            return "address " + address + " dev " + link;
        }
    }

    /** One route; a table holds one of our routes per destination. */
    record Route(NetNs ns, int table, Cidr destination, NextHop hop, int protocol) implements KernelObject {
        @Override
        public String words() {
            return "route " + destination + " " + hop.words() + " table " + table;
        }
    }

    /** A routing policy rule; its family is that of its selector. */
    record Rule(NetNs ns, int priority, RuleSelector selector, RuleAction action, int protocol)
            implements KernelObject {
        public IpFamily family() {
            return selector.from().family();
        }

        @Override
        public String words() {
            return "rule " + priority + ": " + selector.words() + " " + action.words();
        }
    }

    /** A permanent neighbour entry. */
    record Neighbour(NetNs ns, LinkName link, Ip ip, Mac mac) implements KernelObject {
        @Override
        public String words() {
            return "neighbour " + ip + " lladdr " + mac + " dev " + link;
        }
    }

    /**
     * A setting below {@code /proc/sys}. Unmaking it changes nothing: a setting always has a value.
     *
     * @param key with slashes, as in {@code net/ipv4/conf/eth1/rp_filter}: interface names may contain dots
     */
    record Sysctl(NetNs ns, String key, String value) implements KernelObject {
        @Override
        public String words() {
            return "sysctl " + key + "=" + value;
        }
    }

    /** A token bucket filter as the link's root queue discipline, handle 1:. */
    record Shaper(NetNs ns, LinkName link, Tbf tbf) implements KernelObject {
        @Override
        public String words() {
            return "qdisc tbf 1: root dev " + link + " rate " + tbf.rate().bytesPerSecond() * 8 + "bit";
        }
    }
}
