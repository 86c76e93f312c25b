package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How ENIs that are here get more addresses, and how those that wait are attached. */
final class Growth {
    private final PoolLimits limits;
    private final Roads roads;
    private final Birthplaces places;
    private final Map<VSwitchId, Integer> taken = new TreeMap<>();
    private final List<PoolAction> actions = new ArrayList<>();

    Growth(PoolLimits limits, Roads roads) {
        this(limits, roads, Birthplaces.NONE);
    }

    /** @param places of which it is known how many addresses are free */
    Growth(PoolLimits limits, Roads roads, Birthplaces places) {
        this.limits = limits;
        this.roads = roads;
        this.places = places;
    }

    List<PoolAction> actions() {
        return actions;
    }

    /** Attaches those that wait, as many as may be on their way in at once; says how many then are. */
    int attach(List<Stand> stands) {
        var arriving = (int) stands.stream()
                .filter(stand -> stand.holding().is(EniStatus.ATTACHING))
                .count();
        for (var stand : stands) {
            if (stand.holding().is(EniStatus.AVAILABLE)
                    && roads.open(stand.holding().eni().id())
                    && arriving < limits.pace().attachesInFlight()
                    && roads.mayAsk(limits.attaching())) {
                actions.add(new PoolAction.AttachEni(stand.holding().eni().id()));
                roads.asked(limits.attaching());
                arriving++;
            }
        }
        return arriving;
    }

    /** How many pods more the ENI could serve, in the portions that its vSwitch gives. */
    int room(Stand stand) {
        return stand.room(portion(stand));
    }

    /** How many pods more it could serve if it had as many addresses of each family as it has of one. */
    int uneven(Stand stand) {
        return stand.isEven() ? 0 : stand.uneven(portion(stand));
    }

    /**
     * Gives the ENI addresses for so many more pods, ten portions a call, all families alike. Says for how many they will
     * be, at once or, where the ENI is on its way, when it has come.
     */
    int fill(Stand stand, int more) {
        if (more <= 0) {
            return 0;
        }
        var vSwitch = stand.holding().eni().vSwitch();
        if (!stand.holding().stays()
                || !roads.open(CloudOperation.ASSIGN)
                || !roads.open(vSwitch)
                || !roads.open(stand.holding().eni().id())) {
            return 0;
        }
        if (!stand.holding().is(EniStatus.IN_USE)) {
            return more;
        }
        var portion = portion(stand);
        if (!roads.mayAsk(CloudOperation.ASSIGN) || !roads.mayAsk(vSwitch, portion)) {
            return 0;
        }
        var trial = roads.isTrial(CloudOperation.ASSIGN, vSwitch, portion);
        var most = trial ? Math.min(more, limits.pace().addressesPerCall() * portion.ipv4Addresses()) : more;
        var few = portion == Portion.ADDRESS ? atMostFree(vSwitch, most) : most;
        roads.asked(CloudOperation.ASSIGN, vSwitch);
        for (var tally : stand.tallies()) {
            var lacking = few - (tally.idle() - stand.idle());
            if (lacking > 0) {
                assign(stand.holding().eni().id(), tally, lacking, portion);
            }
        }
        return few;
    }

    /**
     * A vSwitch gives all that a call asks for or nothing: of a few that are left, no more are asked for. If none should
     * be, it is asked all the same, for the count may be old.
     */
    private int atMostFree(VSwitchId vSwitch, int wanted) {
        var free = places.free(vSwitch).map(count -> count - taken.getOrDefault(vSwitch, 0));
        var few = free.filter(count -> count > 0)
                .map(count -> Math.min(count, wanted))
                .orElse(wanted);
        taken.merge(vSwitch, few, Integer::sum);
        return few;
    }

    private void assign(EniId eni, Tally tally, int lacking, Portion portion) {
        var perCall = limits.pace().addressesPerCall();
        for (var left = Math.min(tally.portions(lacking, portion), tally.places()); left > 0; left -= perCall) {
            var count = Math.min(left, perCall);
            actions.add(
                    switch (portion) {
                        case ADDRESS -> new PoolAction.AssignAddresses(eni, tally.family(), count);
                        case PREFIX -> new PoolAction.AssignPrefixes(eni, tally.family(), count);
                    });
        }
    }

    private Portion portion(Stand stand) {
        return roads.portion(limits.portion(), stand.holding().eni().vSwitch());
    }
}
