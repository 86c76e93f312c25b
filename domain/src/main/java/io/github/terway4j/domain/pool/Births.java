package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * New ENIs: as many as are needed, may be on their way in at once, and find a vSwitch. Each is born with ten addresses
 * at most, in the first vSwitch that has as many, so that a place is not spent on a few; it is filled when it has come.
 */
final class Births {
    private final PoolLimits limits;
    private final Birthplaces places;
    private final Roads roads;
    private final Goal.Grain grain;
    private final List<PoolAction> actions = new ArrayList<>();
    private final TreeMap<VSwitchId, Integer> taken = new TreeMap<>();

    Births(PoolLimits limits, Birthplaces places, Roads roads, Goal.Grain grain) {
        this.limits = limits;
        this.places = places;
        this.roads = roads;
        this.grain = grain;
    }

    List<PoolAction> actions() {
        return actions;
    }

    /** Says why some will be missing for which no later pass can make an ENI, either. */
    Optional<Shortfall> plan(int missing, int patient, int enis, int arriving) {
        for (var left = missing; left > 0; ) {
            if (enis + actions.size() >= limits.maxEnis()) {
                return nodeFull(left - patient);
            }
            var refusal = roads.refusal(left, CloudOperation.CREATE_ENI, CloudOperation.ATTACH_ENI);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (places.fit().stream().noneMatch(this::hasAddresses)) {
                return Optional.of(new Shortfall.NoVSwitch(left, places.unfit()));
            }
            var size = Math.min(grain == Goal.Grain.ENI ? limits.podsPerEni() : left, largestBirth());
            var place = place(size);
            if (place.isEmpty() || arriving + actions.size() >= limits.pace().attachesInFlight() || !mayBearOne()) {
                return Optional.empty();
            }
            left -= bear(place.get(), size);
        }
        return Optional.empty();
    }

    /** A full node on which nobody waits is as it should be. */
    private Optional<Shortfall> nodeFull(int hungry) {
        return hungry > 0 ? Optional.of(new Shortfall.NodeFull(hungry, limits.capacity())) : Optional.empty();
    }

    private int largestBirth() {
        return Math.min(limits.podsPerEni(), limits.pace().addressesPerCall());
    }

    private boolean mayBearOne() {
        return roads.mayAsk(CloudOperation.CREATE_ENI) && roads.mayAsk(CloudOperation.ATTACH_ENI);
    }

    private boolean hasAddresses(VSwitch vSwitch) {
        return roads.open(vSwitch.id()) && vSwitch.freeAddresses() > 0;
    }

    private Optional<VSwitch> place(int size) {
        var usable = places.fit().stream()
                .filter(vSwitch -> roads.mayAsk(vSwitch.id()) && free(vSwitch) > 0)
                .toList();
        return usable.stream()
                .filter(vSwitch -> free(vSwitch) >= size)
                .findFirst()
                .or(() -> usable.stream().max(Comparator.comparingInt(this::free)));
    }

    private int free(VSwitch vSwitch) {
        return vSwitch.freeAddresses() - taken.getOrDefault(vSwitch.id(), 0);
    }

    /** Says how many addresses the ENI will have when it is filled. */
    private int bear(VSwitch vSwitch, int size) {
        var few = Math.min(size, free(vSwitch));
        var ipv6 = limits.families().contains(IpFamily.V6) ? few : 0;
        actions.add(new PoolAction.CreateEni(vSwitch.id(), few, ipv6));
        taken.merge(vSwitch.id(), few, Integer::sum);
        roads.asked(CloudOperation.CREATE_ENI, vSwitch.id());
        roads.asked(CloudOperation.ATTACH_ENI);
        return few < size ? few : limits.podsPerEni();
    }
}
