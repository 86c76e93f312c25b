package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Holding.Unheld;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * In two steps: what shall go is marked, and only what an earlier pass marked, and nobody has taken since, goes. Nothing
 * is marked while the cloud takes nothing back.
 */
final class Farewell {
    private final PoolLimits limits;
    private final Roads roads;
    private final List<PoolAction> actions = new ArrayList<>();
    private final List<Ip> marks = new ArrayList<>();

    Farewell(PoolLimits limits, Roads roads) {
        this.limits = limits;
        this.roads = roads;
    }

    List<PoolAction> actions() {
        return actions;
    }

    List<Ip> marks() {
        return marks;
    }

    /** To an ENI that nobody is on. */
    void to(Stand stand) {
        var unheld = stand.holding().unheld();
        mark(unheld);
        if (unheld.stream().allMatch(free -> free.standing() == Standing.MARKED)) {
            ending(stand.holding().eni()).ifPresent(this::plan);
        }
    }

    /** To so many addresses of each family, the highest of those that can go without the ENI. */
    void to(Stand stand, int count) {
        limits.families().forEach(family -> to(stand, family, count));
    }

    void to(Stand stand, IpFamily family, int count) {
        var chosen = stand.holding()
                .spare(family)
                .sorted(Comparator.comparing(Unheld::ip).reversed())
                .limit(count)
                .toList();
        mark(chosen);
        var marked = chosen.stream()
                .filter(free -> free.standing() == Standing.MARKED)
                .map(Unheld::ip)
                .toList();
        unassign(stand.holding().eni().id(), marked);
    }

    private void unassign(EniId eni, List<Ip> addresses) {
        var perCall = limits.pace().addressesPerCall();
        for (int from = 0; from < addresses.size(); from += perCall) {
            plan(new PoolAction.UnassignAddresses(
                    eni, addresses.subList(from, Math.min(from + perCall, addresses.size()))));
        }
    }

    private static Optional<PoolAction> ending(Eni eni) {
        return switch (eni.status()) {
            case IN_USE -> Optional.of(new PoolAction.DetachEni(eni.id()));
            case AVAILABLE -> Optional.of(new PoolAction.DeleteEni(eni.id()));
            case ATTACHING, DETACHING, DELETING -> Optional.empty();
        };
    }

    private void mark(List<Unheld> going) {
        if (roads.open(CloudOperation.GIVE_BACK)) {
            going.stream().map(Unheld::ip).forEach(marks::add);
        }
    }

    private void plan(PoolAction action) {
        if (roads.mayAsk(CloudOperation.GIVE_BACK)) {
            roads.asked(CloudOperation.GIVE_BACK);
            actions.add(action);
        }
    }
}
