package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.stream.Stream;

/** Something in a node's kernel that shall be there only as long as a lease is. */
sealed interface Mark {
    String node();

    /** Whether it is there, and no lease of the node's is. */
    boolean orphaned(Picture now);

    /** The link of an attachment. */
    record OfLink(String node, AttachmentKey key) implements Mark {
        @Override
        public boolean orphaned(Picture now) {
            return now.node(node).marks.linked(key) && !now.node(node).leases.containsKey(key);
        }

        @Override
        public String toString() {
            return "the link of " + key + " on " + node;
        }
    }

    /** The routes and rules about an address. */
    record OfAddress(String node, Ip ip) implements Mark {
        @Override
        public boolean orphaned(Picture now) {
            return now.node(node).marks.speaksOf(ip) && !now.leased(node, ip);
        }

        @Override
        public String toString() {
            return "what speaks of " + ip + " on " + node;
        }
    }

    static Stream<Mark> of(String node, Lease lease) {
        return Stream.concat(
                Stream.of(new OfLink(node, lease.key())),
                lease.addresses().all().stream().map(ip -> new OfAddress(node, ip)));
    }

    static Stream<Mark> of(String node, KernelObject object) {
        return object instanceof KernelObject.VethPair pair
                ? Ownership.attachment(pair.alias()).stream().map(key -> new OfLink(node, key))
                : Subject.of(object).stream().map(ip -> new OfAddress(node, ip));
    }
}
