package io.github.terway4j.app.fleet;

import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fleet is made of.
 *
 * @param nodes how many
 * @param type of instance that each of them is
 * @param configuration what an operator would write into {@code eni_conf}
 * @param request how long one takes, there and back
 * @param admission how many requests the cloud takes
 * @param waiting whether those that are too many wait in line; else they are refused
 * @param arrival how long an ENI takes to arrive, or to leave, once the request is answered
 */
public record FleetPlan(
        long seed,
        int nodes,
        String type,
        Map<String, Object> configuration,
        Duration request,
        Admission admission,
        boolean waiting,
        Duration arrival) {
    public FleetPlan {
        configuration = new TreeMap<>(configuration);
    }

    boolean takesPrefixes() {
        return Boolean.TRUE.equals(configuration.get("enable_ip_prefix"));
    }

    Spread eachWay() {
        return always(request.dividedBy(2));
    }

    EniTemper temper() {
        return new EniTemper(always(arrival), always(arrival), always(arrival));
    }

    private static Spread always(Duration length) {
        return new Spread(length, length);
    }
}
