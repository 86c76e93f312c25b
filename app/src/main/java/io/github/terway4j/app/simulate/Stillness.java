package io.github.terway4j.app.simulate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where all is well, a further pass plans nothing: for as long as an idle pool needs for two looks, no agent asks the
 * cloud for anything but looks. Where there is less than is wanted, and no more to be had, an agent may ask, and be
 * refused: so it learns in time that there is more.
 */
final class Stillness {
    private final Simulation simulation;

    Stillness(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Lets time pass. */
    void require() {
        var changed = simulation.enis.ours();
        var before = asked();
        simulation.world.runFor(simulation.config.pool().syncPeriod().multipliedBy(2));
        Recovery.require("nothing-more-to-do", objections(before));
        var more = simulation.enis.ours() - changed;
        Recovery.require(
                "nothing-more-to-do", more == 0 ? List.of() : List.of("%d more changes in the cloud".formatted(more)));
    }

    private Map<String, Long> asked() {
        var asked = new TreeMap<String, Long>();
        simulation.nodes.forEach(node -> asked.put(node.name(), simulation.calls.changing(node.name())));
        return asked;
    }

    private List<String> objections(Map<String, Long> before) {
        return simulation.nodes.stream()
                .filter(this::isSated)
                .filter(node -> simulation.calls.changing(node.name()) > before.getOrDefault(node.name(), 0L))
                .map(node -> node.name() + " has what it wants, and asked the cloud to change something")
                .toList();
    }

    private boolean isSated(SimulatedNode node) {
        return node.kubelet().all().stream().allMatch(PodLife::connected)
                && !new PoolStanding(simulation, node).isLow();
    }
}
