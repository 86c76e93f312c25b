package io.github.terway4j.app.simulate;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Goal;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.pool.Supply;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one node's pool stands, counted in IPv4 addresses, from what the cloud has and the ledger says. */
final class PoolStanding {
    private final List<CloudEni> enis;
    private final Set<Ip> held;
    private final NodeConfig config;
    private final PoolLimits limits;
    private final Map<VSwitchId, Integer> free;

    PoolStanding(Simulation simulation, SimulatedNode node) {
        var type = simulation.landscape.type();
        config = simulation.config;
        var portion = config.eni().prefixes().enabled() && type.ipv4PerEni() > 1 ? Portion.PREFIX : Portion.ADDRESS;
        limits = new PoolLimits(
                        new Capacity(type, config.eni().cap()).sharedEnis(), type.ipv4PerEni(), List.of(IpFamily.V4))
                .in(portion);
        enis = simulation.secondaryEnis().stream()
                .filter(eni -> eni.attachedTo(node.machine().instance().id()))
                .toList();
        held = node.machine().disk().leases().stream()
                .map(Lease::addresses)
                .flatMap(addresses -> addresses.all().stream())
                .filter(ip -> ip.family() == IpFamily.V4)
                .collect(Collectors.toCollection(TreeSet::new));
        free = simulation.cloud.vSwitches().stream().collect(Collectors.toMap(VSwitch::id, VSwitch::freeAddresses));
    }

    /** How many pods the node can serve at least, with the ENIs that it has, and more if it may have more. */
    int room() {
        // There may be no block to be had: then a place has one address.
        var ofAnother = limits.podsPerEni() / limits.portion().ipv4Addresses();
        var here = enis.stream()
                .mapToInt(eni -> has(eni) + Math.min(places(eni), freeFor(eni)))
                .sum();
        return here + (limits.maxEnis() - enis.size()) * ofAnother;
    }

    /** Whether fewer stand idle than shall, an ENI is not full where each shall be, or some lack one of the other family. */
    boolean isLow() {
        var goal = goal();
        return idle() < goal.low()
                || enis.stream().anyMatch(this::isLopsided)
                || (goal.grain() == Goal.Grain.ENI && enis.stream().anyMatch(eni -> places(eni) > 0));
    }

    /** What is not as the configuration wants it, a sentence for each. */
    List<String> objections() {
        var goal = goal();
        var tooFew = idle() < Math.min(goal.low(), room() - held.size());
        return tooFew || couldGo(idle() - goal.high(), goal.grain())
                ? List.of("not " + goal + ", but " + this)
                : List.of();
    }

    private boolean isLopsided(CloudEni eni) {
        return config.families().contains(IpFamily.V6)
                && eni.eni().count(IpFamily.V4) != eni.eni().count(IpFamily.V6);
    }

    private Goal goal() {
        return config.pool()
                .rules(limits, config.eni().prefixes())
                .target()
                .goal(new Supply(held.size(), idle(), idle(), 0), limits);
    }

    private int idle() {
        return sum(enis, this::idle);
    }

    /** Whether there is something to give back if so many are too many. */
    private boolean couldGo(int surplus, Goal.Grain grain) {
        return surplus > 0
                && switch (grain) {
                    case ADDRESS ->
                        switch (limits.portion()) {
                            // The address that an ENI was born with goes only with the ENI.
                            case ADDRESS ->
                                surplus
                                        > sum(
                                                enis,
                                                eni -> held.contains(eni.eni().primaryAddress()) ? 0 : 1);
                            case PREFIX ->
                                blocks().anyMatch(block -> idle(block) == block.size() && surplus >= block.size());
                        };
                    case ENI -> enis.stream().anyMatch(eni -> idle(eni) == has(eni) && idle(eni) <= surplus);
                };
    }

    private Stream<IpPrefix> blocks() {
        return enis.stream().flatMap(eni -> eni.eni().prefixes(IpFamily.V4).stream());
    }

    private int idle(CloudEni eni) {
        var singles = (int) singles(eni).filter(ip -> !held.contains(ip)).count();
        return singles + sum(eni.eni().prefixes(IpFamily.V4), this::idle);
    }

    private int idle(IpPrefix block) {
        return block.size() - (int) held.stream().filter(block::contains).count();
    }

    /** Addresses that pods can get, or have. */
    private int has(CloudEni eni) {
        return (int) singles(eni).count() + sum(eni.eni().prefixes(IpFamily.V4), IpPrefix::size);
    }

    /** Where prefixes are taken, what an ENI was born with serves nobody. */
    private Stream<Ip> singles(CloudEni eni) {
        return limits.singles(eni.eni()).stream().filter(ip -> ip.family() == IpFamily.V4);
    }

    private int places(CloudEni eni) {
        var taken =
                eni.eni().count(IpFamily.V4) + eni.eni().prefixes(IpFamily.V4).size();
        return Math.max(0, limits.addressesPerEni() - taken);
    }

    private int freeFor(CloudEni eni) {
        return free.getOrDefault(eni.eni().vSwitch(), 0);
    }

    private static <T> int sum(Collection<T> some, ToIntFunction<T> count) {
        return some.stream().mapToInt(count).sum();
    }

    @Override
    public String toString() {
        return "%d addresses stand idle beside %d, of %s".formatted(idle(), held.size(), enis);
    }
}
