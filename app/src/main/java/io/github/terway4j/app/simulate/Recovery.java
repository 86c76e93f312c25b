package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.invariant.Violated;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be so when faults and wishes have been over for long enough, each by a name of its own. */
final class Recovery {
    private final Simulation simulation;

    Recovery(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Asks after all of it. */
    void require() {
        require("every-pod-has-an-address", each(this::pods));
        require("no-lease-without-pod", each(this::leases));
        require("no-orphan-in-the-kernel", each(this::kernel));
        require("no-orphan-in-the-cloud", enis());
        require("pool-between-marks", each(node -> new PoolStanding(simulation, node).objections()));
        require("nothing-open", each(Recovery::open));
    }

    /** Asks whether, when all pods have ended, nothing of ours is left in any kernel. */
    void requireNothingLeft() {
        require(
                "nothing-left",
                each(node -> simulation.picture.bare(node.name())
                        ? List.of()
                        : List.of("something of ours is left in the kernel")));
    }

    /** @throws Violated if there is anything to say against it */
    static void require(String name, List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Violated(name, String.join("; ", objections));
        }
    }

    private List<String> each(Function<SimulatedNode, List<String>> look) {
        return simulation.nodes.stream()
                .flatMap(node -> look.apply(node).stream().map(words -> node.name() + ": " + words))
                .toList();
    }

    private List<String> pods(SimulatedNode node) {
        var here = node.kubelet().all();
        var connected = here.stream().filter(PodLife::connected).count();
        var standing = new PoolStanding(simulation, node);
        var room = standing.room();
        return connected >= Math.min(here.size(), room)
                ? List.of()
                : List.of("there is room for %d, and of %d pods are not connected %s; %s"
                        .formatted(
                                room,
                                here.size(),
                                here.stream()
                                        .filter(life -> !life.connected())
                                        .map(life -> life.pod().toString())
                                        .collect(Collectors.joining(", ")),
                                standing));
    }

    private List<String> leases(SimulatedNode node) {
        var leased =
                node.machine().disk().leases().stream().map(Lease::key).collect(Collectors.toCollection(TreeSet::new));
        leased.removeAll(simulation.picture.living(node.name()));
        return leased.stream()
                .map(key -> "there is a lease for %s, where no pod lives".formatted(key))
                .toList();
    }

    private List<String> kernel(SimulatedNode node) {
        var host = node.machine().kernel().observe(node.machine().host(), List.of());
        if (!(host instanceof Observation.Seen(var state)) || !simulation.picture.agreesWith(node.name(), state)) {
            throw new IllegalStateException("the picture of %s is wrong: %s".formatted(node.name(), host));
        }
        return simulation.picture.leftovers(node.name()).stream()
                .map(mark -> "there is still " + mark + " and no lease")
                .toList();
    }

    /** No call to the cloud is one of which its agent does not know the end, and no address is kept beyond its time. */
    private static List<String> open(SimulatedNode node) {
        var disk = node.machine().disk();
        var now = node.clock().instant();
        return Stream.concat(
                        disk.intents().stream().map(intent -> "nobody knows what has become of " + intent),
                        disk.reservations().stream()
                                .filter(kept -> !now.isBefore(kept.until()))
                                .map(kept -> "it is over that " + kept.words()))
                .toList();
    }

    /** No ENI is on its way, or attached to nothing. */
    private List<String> enis() {
        return simulation.secondaryEnis().stream()
                .filter(eni -> eni.status() != EniStatus.IN_USE)
                .flatMap(eni -> Stream.of("%s serves nobody: %s".formatted(eni.id(), eni)))
                .toList();
    }
}
