package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A link as observed.
 *
 * @param kind the kernel's word for it ({@code veth}, {@code bridge}); empty for hardware
 * @param alias what {@code ip link set alias} wrote; empty for nothing
 * @param group zero unless somebody grouped it
 * @param footing what it stands on
 */
public record Link(
        int index,
        LinkName name,
        String kind,
        Mac mac,
        int mtuBytes,
        boolean up,
        String alias,
        int group,
        Footing footing) {
    /** One that stands on nothing else. */
    public Link(int index, LinkName name, String kind, Mac mac, int mtuBytes, boolean up, String alias, int group) {
        this(index, name, kind, mac, mtuBytes, up, alias, group, new Footing.Itself());
    }

    /**
     * The hardware with this address among them: an ENI is known by its MAC and never by its name, which may change at
     * reboot. What somebody has put on top of it, such as a VLAN, may carry the same address, but is no hardware and came
     * later.
     */
    public static Optional<Link> hardware(Collection<Link> links, Mac mac) {
        return links.stream()
                .filter(link -> link.mac().equals(mac) && link.footing() instanceof Footing.Itself)
                .min(Comparator.comparing((Link link) -> !link.kind().isEmpty()).thenComparingInt(Link::index));
    }

    /** What it was called before it was lent to a pod, if it is now; else its name. */
    public LinkName homeName() {
        return Ownership.moved(alias).map(WayHome::homeName).orElse(name);
    }
}
