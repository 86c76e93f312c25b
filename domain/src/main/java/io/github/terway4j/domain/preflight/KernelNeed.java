package io.github.terway4j.domain.preflight;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A feature that a node asks of its kernel.
 *
 * @param urgency whether any pod can be served without it
 */
public record KernelNeed(KernelFeature feature, Urgency urgency) {
    /** Who is worse off where it is missing. */
    public enum Urgency {
        EVERY_POD("every pod"),
        /** As agents do where IPvlan is missing. */
        WIRED_BY_VETH("nobody: pods are wired by veth"),
        PODS_WITH_LIMITS("pods with bandwidth limits"),
        PODS_WITH_PRIORITY("pods with a network priority"),
        PODS_WITH_A_MEMBER("pods with a member ENI"),
        /** As agents do where filters or VLAN devices are missing, and the others are there. */
        MEMBERS_BY_THE_OTHER_WAY("nobody: the other way is taken"),
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

    /** The same where IPvlan was wished and is missing: pods are wired by veth. */
    public static List<KernelNeed> withoutIpvlan(Collection<IpFamily> families) {
        return with(KernelFeature.IPVLAN, Urgency.WIRED_BY_VETH, of(DatapathKind.VETH_POLICY_ROUTE, families));
    }

    /** The same where connections are marked, without which an agent refuses to serve. */
    public static List<KernelNeed> withMarks(List<KernelNeed> needs) {
        return with(KernelFeature.MARKS, Urgency.EVERY_POD, needs);
    }

    /**
     * The same where some pods ask for an ENI behind the trunk: by the way that is wished, or by the other one where the
     * kernel has only that.
     */
    public static List<KernelNeed> withMembers(
            VlanStripType wished,
            Predicate<KernelFeature> there,
            Collection<IpFamily> families,
            List<KernelNeed> needs) {
        var other = wished.other();
        return there.test(feature(wished)) || !there.test(feature(other))
                ? withMembersBy(wished, families, needs)
                : with(feature(wished), Urgency.MEMBERS_BY_THE_OTHER_WAY, withMembersBy(other, families, needs));
    }

    private static List<KernelNeed> withMembersBy(
            VlanStripType type, Collection<IpFamily> families, List<KernelNeed> needs) {
        return needs.stream()
                .map(need -> need.urgency() == Urgency.NOBODY
                                && urgency(need.feature(), type.datapath(), families) == Urgency.EVERY_POD
                        ? new KernelNeed(need.feature(), Urgency.PODS_WITH_A_MEMBER)
                        : need)
                .toList();
    }

    private static KernelFeature feature(VlanStripType type) {
        return switch (type) {
            case FILTER -> KernelFeature.TAGS;
            case VLAN -> KernelFeature.VLAN;
        };
    }

    private static List<KernelNeed> with(KernelFeature feature, Urgency urgency, List<KernelNeed> needs) {
        return needs.stream()
                .map(need -> need.feature() == feature ? new KernelNeed(feature, urgency) : need)
                .toList();
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
            case MARKS -> Urgency.NOBODY;
        };
    }

    private static Urgency where(boolean needed) {
        return needed ? Urgency.EVERY_POD : Urgency.NOBODY;
    }
}
