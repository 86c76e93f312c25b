package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Locale;

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

    /**
     * Hardware, such as an ENI, that was moved here from its home and renamed, with whatever was on it left behind. It is
     * known by its address, and its alias tells the way back: for whom it left, and what it was called.
     *
     * @param home where it comes from and goes back to
     * @param homeName what it was called there before it was first lent: {@link Link#homeName}
     */
    record MovedLink(NetNs ns, LinkName name, Mac mac, NetNs home, LinkName homeName, AttachmentKey key)
            implements KernelObject {
        public WayHome wayHome() {
            return new WayHome(key, homeName);
        }

        @Override
        public String words() {
            return "link " + name + " moved from " + homeName + " (" + mac + ") in " + home;
        }
    }

    /**
     * An IPvlan slave in L2 mode, made straight in its own namespace. It has its parent's hardware address and MTU.
     * Slaves of one parent reach each other; what has its address on the parent itself and they do not.
     *
     * @param arp a slave that does not ask is made up, for the kernel lets it ask again whenever it comes up
     * @param alias as of {@link VethPair}
     */
    record IpvlanLink(NetNs ns, LinkName name, NetNs parentNs, LinkName parent, Arp arp, String alias)
            implements KernelObject {
        @Override
        public String words() {
            return "ipvlan " + name + " on " + parent + (arp == Arp.OFF ? " without arp" : "");
        }
    }

    /**
     * What carries this tag on the parent's wire (802.1Q), as a link made straight in its own namespace. It has its
     * parent's hardware address and MTU. A parent has one such link per tag, wherever it stands.
     *
     * @param alias as of {@link VethPair}
     */
    record VlanLink(NetNs ns, LinkName name, NetNs parentNs, LinkName parent, VlanId id, String alias)
            implements KernelObject {
        @Override
        public String words() {
            return "vlan " + name + " on " + parent + " id " + id;
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

    /**
     * A filter on one of a link's hooks, which come to be with the first filter and stay. A lower priority sees a packet
     * earlier; at each, filters are of one kind: for IPv4, for IPv6 or for what is tagged. A link's hooks have no priority in
     * common: Linux would show the filters of one among those of the other (u32_walk in net/sched/cls_u32.c).
     */
    record Filter(NetNs ns, LinkName link, Hook hook, int priority, FilterMatch match, FilterAction action)
            implements KernelObject {
        private static final int LARGEST_PRIORITY = 0xffff;

        public Filter {
            if (priority < 1 || priority > LARGEST_PRIORITY) {
                throw new IllegalArgumentException("a filter has a priority of 16 bits, not " + priority);
            }
        }

        /** Of two on one link: whether they stand at the same hook with the same priority, whatever they look for. */
        public boolean isBeside(Filter other) {
            return hook == other.hook && priority == other.priority;
        }

        /** Of two on one link: whether both are about the same packets there, of which only one can decide. */
        public boolean isInPlaceOf(Filter other) {
            return isBeside(other) && match.equals(other.match);
        }

        @Override
        public String words() {
            return "filter dev " + link + " " + hook.name().toLowerCase(Locale.ROOT) + " prio " + priority + ": "
                    + match.words() + ", " + action.words();
        }
    }

    /** How packets wait for the link, at its root, handle 1:, where a {@link Shaper} would stand too. */
    record Queueing(NetNs ns, LinkName link, QueueDiscipline discipline) implements KernelObject {
        @Override
        public String words() {
            return "qdisc " + discipline.kind() + " dev " + link;
        }
    }
}
