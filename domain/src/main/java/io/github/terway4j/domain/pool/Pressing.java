package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why each action of a plan is made. Those that bring the first addresses are for the pods that wait, until each of these
 * has one of every family; what comes after them is for pods that are yet to come.
 *
 * @param starving pods that wait
 * @param hungry those of them for which nothing is ready, nor on its way
 */
record Pressing(int starving, int hungry) {
    static final Pressing NOBODY = new Pressing(0, 0);

    List<Urgency> of(List<PoolAction> actions) {
        var missing = new EnumMap<IpFamily, Integer>(IpFamily.class);
        return actions.stream().map(action -> of(action, missing)).toList();
    }

    private Urgency of(PoolAction action, Map<IpFamily, Integer> missing) {
        return switch (action) {
            // What it has already may be for whoever waits.
            case PoolAction.AttachEni _, PoolAction.AttachMember _ -> fetching(starving > 0);
            case PoolAction.CreateEni create -> {
                var v4 = brings(IpFamily.V4, create.ipv4() + inBlocks(IpFamily.V4, create.ipv4Prefixes()), missing);
                var v6 = brings(IpFamily.V6, create.ipv6() + inBlocks(IpFamily.V6, create.ipv6Prefixes()), missing);
                yield fetching(v4 || v6);
            }
            case PoolAction.CreateMember(var _, var _, var ipv4, var ipv6) -> {
                var v4 = brings(IpFamily.V4, ipv4, missing);
                var v6 = brings(IpFamily.V6, ipv6, missing);
                yield fetching(v4 || v6);
            }
            case PoolAction.AssignAddresses(var _, var family, var count) -> fetching(brings(family, count, missing));
            case PoolAction.AssignPrefixes(var _, var family, var count) ->
                fetching(brings(family, inBlocks(family, count), missing));
            case PoolAction.UnassignAddresses _,
                    PoolAction.UnassignPrefixes _,
                    PoolAction.DetachEni _,
                    PoolAction.DeleteEni _ -> Urgency.GIVE_BACK;
        };
    }

    /** Whether somebody waits for one of these. */
    private boolean brings(IpFamily family, int addresses, Map<IpFamily, Integer> missing) {
        var left = missing.getOrDefault(family, hungry);
        missing.put(family, Math.max(0, left - addresses));
        return left > 0 && addresses > 0;
    }

    /** One block of IPv6 is more than all who could wait. */
    private int inBlocks(IpFamily family, int blocks) {
        return switch (family) {
            case V4 -> blocks * Portion.PREFIX.ipv4Addresses();
            case V6 -> blocks > 0 ? hungry : 0;
        };
    }

    private static Urgency fetching(boolean pressing) {
        return pressing ? Urgency.WAITING_POD : Urgency.WARM_UP;
    }
}
