package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import java.util.ArrayList;
import java.util.List;

/** How ENIs that are here get more addresses, and how those that wait are attached. */
final class Growth {
    private final PoolLimits limits;
    private final Roads roads;
    private final List<PoolAction> actions = new ArrayList<>();

    Growth(PoolLimits limits, Roads roads) {
        this.limits = limits;
        this.roads = roads;
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
                    && arriving < limits.pace().attachesInFlight()
                    && roads.mayAsk(CloudOperation.ATTACH_ENI)) {
                actions.add(new PoolAction.AttachEni(stand.holding().eni().id()));
                roads.asked(CloudOperation.ATTACH_ENI);
                arriving++;
            }
        }
        return arriving;
    }

    /**
     * Gives the ENI addresses for so many more pods, ten a call, all families alike. Says for how many they will be, at
     * once or, where the ENI is on its way, when it has come.
     */
    int fill(Stand stand, int more) {
        var eni = stand.holding().eni();
        if (!stand.holding().stays() || !roads.open(CloudOperation.ASSIGN) || !roads.open(eni.vSwitch())) {
            return 0;
        }
        if (!stand.holding().is(EniStatus.IN_USE) || more <= 0) {
            return Math.max(0, more);
        }
        if (!roads.mayAsk(CloudOperation.ASSIGN) || !roads.mayAsk(eni.vSwitch())) {
            return 0;
        }
        var perCall = limits.pace().addressesPerCall();
        var few = roads.isTrial(CloudOperation.ASSIGN, eni.vSwitch()) ? Math.min(more, perCall) : more;
        roads.asked(CloudOperation.ASSIGN, eni.vSwitch());
        for (var family : limits.families()) {
            var goal = Math.min(limits.addressesPerEni(), stand.serving() + stand.idle() + few);
            for (var left = goal - eni.count(family); left > 0; left -= perCall) {
                actions.add(new PoolAction.AssignAddresses(eni.id(), family, Math.min(left, perCall)));
            }
        }
        return few;
    }
}
