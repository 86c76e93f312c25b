package io.github.terway4j.app.bench;

import io.github.terway4j.app.bench.LeastRequests.Term;
import io.github.terway4j.app.fleet.FleetPlan;
import io.github.terway4j.domain.quota.CloudApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hundred pods come to a node at once, and later all go. Nothing shall stand ready: what comes, comes for them, and
 * goes with them.
 *
 * @param prefixes whether ENIs take blocks of 16 addresses
 */
public record BurstScene(boolean prefixes) {
    static final int PODS = 100;
    /** Seven ENIs of 30 addresses for pods. */
    private static final String TYPE = "ecs.g7.4xlarge";

    private static final int PER_ENI = 30;
    private static final int PER_CALL = 10;
    private static final int BLOCK = 16;
    /** Chosen: an ENI takes as long as this to arrive, and to leave. */
    private static final Duration ARRIVAL = Duration.ofSeconds(2);

    FleetPlan plan(long seed) {
        var configuration = new TreeMap<String, Object>(Map.of("ip_stack", "ipv4"));
        configuration.put("min_pool_size", 0L);
        configuration.put("max_pool_size", 0L);
        if (prefixes) {
            configuration.put("enable_ip_prefix", true);
        }
        return new FleetPlan(seed, 1, TYPE, configuration, AllocScene.REQUEST, AllocScene.ADMISSION, true, ARRIVAL);
    }

    String portion() {
        return prefixes ? "prefixes" : "addresses";
    }

    /** Portions, each of which takes one place of an ENI. */
    private int portions() {
        return prefixes ? Math.ceilDiv(PODS, BLOCK) : PODS;
    }

    private int enis() {
        // Where ENIs take prefixes, their primary address serves nobody.
        return Math.ceilDiv(portions(), prefixes ? PER_ENI - 1 : PER_ENI);
    }

    LeastRequests leastUp() {
        var terms = new ArrayList<Term>();
        terms.add(look("before anything is done: what was seen last is old"));
        terms.add(new Term(enis(), CloudApi.CREATE_NETWORK_INTERFACE, "for %d %s".formatted(portions(), portion())));
        terms.add(new Term(enis(), CloudApi.ATTACH_NETWORK_INTERFACE, "one for each ENI"));
        terms.add(look("whether they have arrived"));
        var bornWith = Math.min(portions(), enis() * PER_CALL);
        var later = Math.ceilDiv(portions() - bornWith, PER_CALL);
        if (later > 0) {
            terms.add(new Term(
                    later,
                    CloudApi.ASSIGN_PRIVATE_IP_ADDRESSES,
                    "for those with which they were not born; a call gives %d".formatted(PER_CALL)));
        }
        return new LeastRequests(terms);
    }

    LeastRequests leastDown() {
        return new LeastRequests(List.of(
                look("before anything is taken away"),
                new Term(enis(), CloudApi.DETACH_NETWORK_INTERFACE, "one for each ENI; its addresses go with it"),
                look("whether they have left: before that they cannot be deleted"),
                new Term(enis(), CloudApi.DELETE_NETWORK_INTERFACE, "one for each ENI"),
                look("whether they are gone")));
    }

    private static Term look(String why) {
        return new Term(1, CloudApi.DESCRIBE_NETWORK_INTERFACES, why);
    }
}
