package io.github.terway4j.domain.preflight;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A feature that a node asks of its kernel.
 *
 * @param urgency whether any pod can be served without it
 */
public record KernelNeed(KernelFeature feature, Urgency urgency) {
    /** Who is worse off where it is missing. */
    public enum Urgency {
        EVERY_POD("every pod"),
        PODS_WITH_LIMITS("pods with bandwidth limits"),
        PODS_WITH_PRIORITY("pods with a network priority"),
        NOBODY("nobody, as configured");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What each feature means to a node that wires its pods so; all features, in their order. */
    public static List<KernelNeed> of(DatapathKind wiring, Collection<IpFamily> families) {
        var needs = new ArrayList<KernelNeed>();
        for (var feature : KernelFeature.values()) {
            needs.add(new KernelNeed(feature, urgency(feature, wiring, families)));
        }
        return needs;
    }

    private static Urgency urgency(KernelFeature feature, DatapathKind wiring, Collection<IpFamily> families) {
        return switch (feature) {
            case VETH -> where(wiring != DatapathKind.IPVLAN_L2 && wiring != DatapathKind.TRUNK_VLAN);
            case POLICY_ROUTING -> where(wiring == DatapathKind.VETH_POLICY_ROUTE || wiring == DatapathKind.TRUNK_TAG);
            case IPV6 -> where(families.contains(IpFamily.V6));
            case IPVLAN, REDIRECTION -> where(wiring == DatapathKind.IPVLAN_L2);
            case VLAN -> where(wiring == DatapathKind.TRUNK_VLAN);
            case TAGS -> where(wiring == DatapathKind.TRUNK_TAG);
            case SHAPING -> Urgency.PODS_WITH_LIMITS;
            case BANDS -> Urgency.PODS_WITH_PRIORITY;
        };
    }

    private static Urgency where(boolean needed) {
        return needed ? Urgency.EVERY_POD : Urgency.NOBODY;
    }
}
