package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where all is well, a further pass plans nothing: for as long as an idle pool needs for two looks, no agent asks the
 * cloud for anything but looks. Where there is less than is wanted, and no more to be had, an agent may ask, and be
 * refused: so it learns in time that there is more. Where moreover no pod waits, kernel and leases stay as they are.
 */
final class Stillness {
    private final Simulation simulation;

    /** What a node has of its own when nobody does anything. */
    private record Possessions(Observation kernel, List<Lease> leases) {
        static Possessions of(SimulatedNode node) {
            var machine = node.machine();
            return new Possessions(
                    machine.kernel().observe(machine.host(), List.of()),
                    machine.disk().leases());
        }
    }

    Stillness(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Lets time pass. */
    void require() {
        var changed = simulation.enis.ours();
        var before = asked();
        var had = possessions();
        simulation.world.runFor(simulation.config.pool().syncPeriod().multipliedBy(2));
        Recovery.require("nothing-more-to-do", objections(before));
        Recovery.require("nothing-more-to-do", moved(had));
        var more = simulation.enis.ours() - changed;
        Recovery.require(
                "nothing-more-to-do", more == 0 ? List.of() : List.of("%d more changes in the cloud".formatted(more)));
    }

    private Map<String, Possessions> possessions() {
        var possessions = new TreeMap<String, Possessions>();
        simulation.nodes.stream()
                .filter(Stillness::allConnected)
                .forEach(node -> possessions.put(node.name(), Possessions.of(node)));
        return possessions;
    }

    private List<String> moved(Map<String, Possessions> had) {
        return simulation.nodes.stream()
                .filter(node ->
                        had.containsKey(node.name()) && !Possessions.of(node).equals(had.get(node.name())))
                .map(node -> "%s has all its pods connected, had %s and has %s"
                        .formatted(node.name(), had.get(node.name()), Possessions.of(node)))
                .toList();
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

    private static boolean allConnected(SimulatedNode node) {
        return node.kubelet().all().stream().allMatch(PodLife::connected);
    }

    private boolean isSated(SimulatedNode node) {
        return allConnected(node) && !new PoolStanding(simulation, node).isLow();
    }
}
