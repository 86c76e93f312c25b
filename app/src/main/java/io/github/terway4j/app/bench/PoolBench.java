package io.github.terway4j.app.bench;

import io.github.terway4j.app.fleet.Fleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How well the pool uses the calls that the cloud allows, in a world's time and beside the least that would do; and how
 * long it plans, by the time on one of this machine's cores.
 */
public final class PoolBench {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final PoolBenchPlan plan;

    public PoolBench(PoolBenchPlan plan) {
        this.plan = plan;
    }

    /**
     * Tells people what comes out, as it comes out.
     *
     * @return the same for machines
     */
    public Map<String, Object> run(Consumer<String> tell) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("seed", plan.seed());
        fields.put("alloc_delay", alloc(tell));
        tell.accept("");
        fields.put("burst", List.of(burst(false, tell), burst(true, tell)));
        var planning = PlanningBench.measure();
        tell.accept(planning.words());
        fields.put("planning", planning.fields());
        return fields;
    }

    private List<Map<String, Object>> alloc(Consumer<String> tell) {
        tell.accept("""
                Each of so many nodes wants %d addresses. A request takes %d ms, and the cloud takes %d a second, %d at once:
                one that comes too early waits at the door; or, the harder way, it is refused, and agents slow down \
                by themselves.""".formatted(
                        AllocScene.ADDRESSES,
                        AllocScene.REQUEST.toMillis(),
                        AllocScene.ADMISSION.perSecond(),
                        AllocScene.ADMISSION.burst()));
        tell.accept(AllocMeasure.heading());
        var fields = new ArrayList<Map<String, Object>>();
        for (var waiting : List.of(true, false)) {
            for (var nodes : plan.nodes()) {
                var measure = alloc(nodes, waiting);
                tell.accept(measure.row());
                fields.add(measure.fields());
            }
        }
        tell.accept(AllocScene.boundInWords());
        return fields;
    }

    AllocMeasure alloc(int nodes, boolean waiting) {
        try (var fleet = new Fleet(AllocScene.plan(plan.seed(), nodes, waiting))) {
            return new AllocMeasure(nodes, waiting, fleet.fill(AllocScene.ADDRESSES, PATIENCE));
        }
    }

    private Map<String, Object> burst(boolean prefixes, Consumer<String> tell) {
        var measure = burst(new BurstScene(prefixes));
        tell.accept(measure.words());
        tell.accept("");
        return measure.fields();
    }

    BurstMeasure burst(BurstScene scene) {
        try (var fleet = new Fleet(scene.plan(plan.seed()))) {
            fleet.fill(0, PATIENCE);
            return new BurstMeasure(scene, fleet.podsCome(BurstScene.PODS), fleet.podsGo());
        }
    }
}
