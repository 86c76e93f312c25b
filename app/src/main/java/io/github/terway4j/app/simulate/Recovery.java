package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.Supply;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must be so when faults and wishes have been over for long enough. */
final class Recovery {
    private final Simulation simulation;
    private final List<String> found = new ArrayList<>();

    private Recovery(Simulation simulation) {
        this.simulation = simulation;
    }

    /** What is not so, a sentence for each. */
    static List<String> objections(Simulation simulation) {
        var recovery = new Recovery(simulation);
        recovery.cloud();
        simulation.nodes.forEach(recovery::node);
        return recovery.found;
    }

    /** No ENI is on its way, or attached to nothing. */
    private void cloud() {
        secondary().stream()
                .filter(eni -> eni.status() != EniStatus.IN_USE)
                .forEach(eni -> found.add("%s serves nobody: %s".formatted(eni.id(), eni)));
    }

    private void node(SimulatedNode node) {
        pods(node);
        leases(node);
        kernel(node);
        pool(node);
    }

    private void pods(SimulatedNode node) {
        var capacity = Capacity.of(simulation.landscape.type()).sharedPods();
        var here = node.kubelet().all();
        var connected = here.stream().filter(PodLife::connected).count();
        if (connected < Math.min(here.size(), capacity)) {
            found.add("on %s, which has room for %d, %d of %d pods are connected, and not %s"
                    .formatted(
                            node.name(),
                            capacity,
                            connected,
                            here.size(),
                            here.stream()
                                    .filter(life -> !life.connected())
                                    .map(life -> life.pod().toString())
                                    .collect(Collectors.joining(", "))));
        }
    }

    private void leases(SimulatedNode node) {
        var leased =
                node.machine().disk().leases().stream().map(Lease::key).collect(Collectors.toCollection(TreeSet::new));
        leased.removeAll(simulation.picture.living(node.name()));
        leased.forEach(key -> found.add("%s has a lease for %s, where no pod lives".formatted(node.name(), key)));
    }

    private void kernel(SimulatedNode node) {
        var host = node.machine().kernel().observe(node.machine().host(), List.of());
        if (!(host instanceof Observation.Seen(var state)) || !simulation.picture.agreesWith(node.name(), state)) {
            throw new IllegalStateException("the picture of %s is wrong: %s".formatted(node.name(), host));
        }
        simulation
                .picture
                .leftovers(node.name())
                .forEach(mark -> found.add("there is still " + mark + " and no lease"));
    }

    private void pool(SimulatedNode node) {
        var held = node.machine().disk().leases().stream()
                .flatMap(lease -> lease.addresses().all().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var its = secondary().stream()
                .filter(eni -> eni.attachedTo(node.machine().instance().id()))
                .toList();
        var capacity = new Capacity(
                simulation.landscape.type(), simulation.config.eni().cap());
        var limits = new PoolLimits(
                capacity.sharedEnis(), simulation.landscape.type().ipv4PerEni(), List.of(IpFamily.V4));
        var idle = its.stream().mapToInt(eni -> idle(eni, held)).sum();
        var serving = its.stream().mapToInt(eni -> eni.eni().count(IpFamily.V4)).sum() - idle;
        var goal = simulation
                .config
                .pool()
                .rules(limits, simulation.config.eni().prefixes())
                .target()
                .goal(new Supply(serving, idle, idle, 0), limits);
        // The address that an ENI was born with goes only with the ENI.
        var bound = its.stream()
                .filter(eni -> !held.contains(eni.eni().primaryAddress()))
                .count();
        if (idle < Math.min(goal.low(), limits.capacity() - serving) || idle > goal.high() + bound) {
            found.add("%s has %d idle addresses, and not %s".formatted(node.name(), idle, goal));
        }
    }

    private static int idle(CloudEni eni, Set<Ip> held) {
        return (int) eni.eni().addresses(IpFamily.V4).stream()
                .filter(ip -> !held.contains(ip))
                .count();
    }

    private List<CloudEni> secondary() {
        return simulation.cloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .toList();
    }
}
