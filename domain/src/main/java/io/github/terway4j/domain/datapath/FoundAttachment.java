package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.List;

/**
 * An attachment of ours as the kernel alone shows it. Whose it is can be recognised, but not read: the link's name is a
 * digest of the pod's.
 *
 * @param hostLink its end on the host; where it has none there, what that would be called
 * @param addresses that routes of ours lead to through the link, or that its mark tells, in ascending order
 * @param footing what its link stands on
 */
public record FoundAttachment(AttachmentKey key, LinkName hostLink, List<Ip> addresses, Footing footing) {
    public FoundAttachment {
        addresses = List.copyOf(addresses);
    }

    /** One with a link of its own on the host. */
    public FoundAttachment(AttachmentKey key, LinkName hostLink, List<Ip> addresses) {
        this(key, hostLink, addresses, new Footing.Itself());
    }

    /** By which way it was wired, where pods get this one now: what shows tells no two apart that end on the host. */
    public DatapathKind wiredBy(DatapathKind now) {
        return switch (footing) {
            case Footing.Ipvlan _ -> DatapathKind.IPVLAN_L2;
            case Footing.Vlan _ -> DatapathKind.TRUNK_VLAN;
            case Footing.Itself _ -> now.datapath().standsBeyond() ? DatapathKind.VETH_POLICY_ROUTE : now;
        };
    }

    /** The same of one on an ENI behind the trunk. */
    public DatapathKind wiredOnMember() {
        return switch (footing) {
            case Footing.Ipvlan _ -> DatapathKind.IPVLAN_L2;
            case Footing.Vlan _ -> DatapathKind.TRUNK_VLAN;
            case Footing.Itself _ -> DatapathKind.TRUNK_TAG;
        };
    }

    /** Whether it has what a pod has: an address, and not two of one family. */
    public boolean isWhole() {
        return !addresses.isEmpty()
                && addresses.stream().map(Ip::family).distinct().count() == addresses.size();
    }

    public boolean isOf(PodRef pod) {
        return hostLink.equals(VethNames.hostEnd(pod, key.interfaceName()));
    }
}
