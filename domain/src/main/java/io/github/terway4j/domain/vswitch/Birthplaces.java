package io.github.terway4j.domain.vswitch;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.fault.Passage;
import io.github.terway4j.domain.net.IpFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where the next ENI may be born, best first, and why not in the other vSwitches that the operator listed.
 *
 * @param fit of those that rested since they last refused, each may be asked once
 */
public record Birthplaces(List<VSwitch> fit, List<Unfit> unfit) {
    public static final Birthplaces NONE = new Birthplaces(List.of(), List.of());

    public Birthplaces {
        fit = List.copyOf(fit);
        unfit = List.copyOf(unfit);
    }

    /**
     * Sorts the vSwitches that the operator listed.
     *
     * @param listed in the order of preference
     * @param described those of them that the cloud knows
     * @param families what every pod gets an address of
     */
    public static Birthplaces of(
            List<VSwitchId> listed,
            Collection<VSwitch> described,
            Zone zone,
            Collection<IpFamily> families,
            VSwitchHealth health,
            Instant now) {
        var fit = new ArrayList<VSwitch>();
        var unfit = new ArrayList<Unfit>();
        for (var id : listed) {
            described.stream()
                    .filter(vSwitch -> vSwitch.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            vSwitch -> unfit(vSwitch, zone, families, health.passage(id, now))
                                    .ifPresentOrElse(unfit::add, () -> fit.add(vSwitch)),
                            () -> unfit.add(new Unfit.Absent(id)));
        }
        return new Birthplaces(fit, unfit);
    }

    private static Optional<Unfit> unfit(VSwitch vSwitch, Zone zone, Collection<IpFamily> families, Passage passage) {
        if (!vSwitch.zone().equals(zone)) {
            return Optional.of(new Unfit.Elsewhere(vSwitch.id(), vSwitch.zone()));
        }
        var lacking =
                families.stream().filter(family -> !vSwitch.cidrs().has(family)).toList();
        if (!lacking.isEmpty()) {
            return Optional.of(new Unfit.Lacking(vSwitch.id(), zone, lacking));
        }
        return passage == Passage.SHUT || vSwitch.freeAddresses() == 0
                ? Optional.of(new Unfit.Exhausted(vSwitch.id(), zone))
                : Optional.empty();
    }

    /** How many addresses are free in one of those that are fit, by the cloud's count. */
    public Optional<Integer> free(VSwitchId id) {
        return fit.stream()
                .filter(vSwitch -> vSwitch.id().equals(id))
                .map(VSwitch::freeAddresses)
                .findFirst();
    }

    public Birthplaces ordered(VSwitchChoice choice, RandomGenerator random) {
        return new Birthplaces(choice.order(fit, random), unfit);
    }
}
