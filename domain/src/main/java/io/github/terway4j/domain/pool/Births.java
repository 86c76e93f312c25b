package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniUse;
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
    private boolean trunkMissing;
    private final List<PoolAction> actions = new ArrayList<>();
    private final TreeMap<VSwitchId, Integer> taken = new TreeMap<>();

    /** @param trunkMissing whether the first of them shall be a trunk */
    Births(PoolLimits limits, Birthplaces places, Roads roads, Goal.Grain grain, boolean trunkMissing) {
        this.limits = limits;
        this.trunkMissing = trunkMissing;
        this.places = places;
        this.roads = roads;
        this.grain = grain;
    }

    List<PoolAction> actions() {
        return actions;
    }

    /**
     * Says why some will be missing for which no later pass can make an ENI, either.
     *
     * @param most ENIs that there may be in all, of those that are spoken of
     */
    Optional<Shortfall> plan(int missing, int patient, int enis, int most, int arriving) {
        for (var left = missing; left > 0; ) {
            if (enis + actions.size() >= most) {
                return nodeFull(left - patient);
            }
            var refusal = roads.refusal(left, CloudOperation.CREATE_ENI, limits.attaching());
            if (refusal.isPresent()) {
                return refusal;
            }
            if (places.fit().stream().noneMatch(this::hasAddresses)) {
                return Optional.of(new Shortfall.NoVSwitch(left, places.unfit()));
            }
            var place = place(left);
            if (place.isEmpty() || arriving + actions.size() >= limits.pace().attachesInFlight() || !mayBearOne()) {
                return Optional.empty();
            }
            left -= bear(place.get(), left);
        }
        return Optional.empty();
    }

    /** A full node on which nobody waits is as it should be. */
    private Optional<Shortfall> nodeFull(int hungry) {
        if (hungry <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (limits.wish()) {
                    case ANY -> new Shortfall.NodeFull(hungry, limits.capacity());
                    case RDMA -> new Shortfall.RdmaFull(hungry, limits.maxEnis());
                    case MEMBER -> new Shortfall.MembersFull(hungry, limits.maxEnis());
                    case WHOLE -> new Shortfall.WholeFull(hungry, limits.maxEnis());
                });
    }

    private boolean mayBearOne() {
        return roads.mayAsk(CloudOperation.CREATE_ENI) && roads.mayAsk(limits.attaching());
    }

    private boolean hasAddresses(VSwitch vSwitch) {
        return roads.open(vSwitch.id()) && vSwitch.freeAddresses() >= singles(vSwitch, 1);
    }

    /** The first that has as many as an ENI for the rest is born with, else the one that has most. */
    private Optional<VSwitch> place(int left) {
        var usable = places.fit().stream()
                .filter(vSwitch -> roads.mayAsk(vSwitch.id(), portion(vSwitch)) && free(vSwitch) >= singles(vSwitch, 1))
                .toList();
        return usable.stream()
                .filter(vSwitch -> free(vSwitch) >= singles(vSwitch, wanted(vSwitch, left)))
                .findFirst()
                .or(() -> usable.stream().max(Comparator.comparingInt(this::free)));
    }

    /** Says how many addresses the ENI will have when it is filled. */
    private int bear(VSwitch vSwitch, int left) {
        var wanted = wanted(vSwitch, left);
        var missing = Math.max(0, singles(vSwitch, wanted) - free(vSwitch));
        var few = wanted - missing;
        actions.add(newborn(vSwitch, few));
        taken.merge(vSwitch.id(), singles(vSwitch, few), Integer::sum);
        roads.asked(CloudOperation.CREATE_ENI, vSwitch.id());
        roads.asked(limits.attaching());
        return portion(vSwitch).ipv4Addresses() * (missing > 0 ? few : limits.places());
    }

    private PoolAction newborn(VSwitch vSwitch, int portions) {
        var dual = limits.families().contains(IpFamily.V6);
        var use = use();
        return switch (portion(vSwitch)) {
            case ADDRESS ->
                new PoolAction.CreateEni(vSwitch.id(), use, limits.unused() + portions, dual ? portions : 0, 0, 0);
            case PREFIX -> new PoolAction.CreateEni(vSwitch.id(), use, 1, 0, portions, dual ? 1 : 0);
        };
    }

    private EniUse use() {
        var first = trunkMissing;
        trunkMissing = false;
        return switch (limits.wish()) {
            case ANY -> first ? EniUse.TRUNK : EniUse.SHARED;
            case RDMA -> EniUse.RDMA;
            case MEMBER -> EniUse.MEMBER;
            case WHOLE -> EniUse.WHOLE;
        };
    }

    /** With how many portions an ENI for the rest is born: no more than it can take, and one call can give. */
    private int wanted(VSwitch vSwitch, int left) {
        var portion = portion(vSwitch);
        var perCall = limits.pace().addressesPerCall() - (portion == Portion.ADDRESS ? limits.unused() : 0);
        var rest = grain == Goal.Grain.ENI ? limits.places() : portion.portions(left);
        return Math.min(Math.min(rest, limits.places()), perCall);
    }

    /** How many single addresses such an ENI takes; prefixes come from blocks that are set aside for them. */
    private int singles(VSwitch vSwitch, int portions) {
        return switch (portion(vSwitch)) {
            case ADDRESS -> limits.unused() + portions;
            case PREFIX -> 1;
        };
    }

    private Portion portion(VSwitch vSwitch) {
        return roads.portion(limits.portion(), vSwitch.id());
    }

    private int free(VSwitch vSwitch) {
        return vSwitch.freeAddresses() - taken.getOrDefault(vSwitch.id(), 0);
    }
}
