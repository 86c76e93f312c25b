package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.VethNames;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.Comparator;

/**
 * Who holds an address: an interface of a pod on a node, whichever of its sandboxes is the present one.
 *
 * @param link the host's end of the interface, whose name says which pod and which interface it is
 */
record Holder(String node, LinkName link) implements Comparable<Holder> {
    private static final Comparator<Holder> ORDER =
            Comparator.comparing(Holder::node).thenComparing(Holder::link);

    static Holder of(String node, PodRef pod, AttachmentKey key) {
        return new Holder(node, VethNames.hostEnd(pod, key.interfaceName()));
    }

    @Override
    public int compareTo(Holder other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return link + " on " + node;
    }
}
