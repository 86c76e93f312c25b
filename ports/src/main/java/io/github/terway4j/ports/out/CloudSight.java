package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitch;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known of the cloud to go on serving who has an address already: which ENIs are devices of the node, and in
 * which vSwitches they lie. Nothing in it says which addresses could be given to anybody else.
 */
public record CloudSight(List<Eni> enis, List<VSwitch> vSwitches) {
    public static final CloudSight NOTHING = new CloudSight(List.of(), List.of());

    public CloudSight {
        enis = List.copyOf(enis);
        vSwitches = List.copyOf(vSwitches);
    }

    /** Of what is in use, as much as does not change while it is. */
    public static CloudSight of(Collection<Eni> enis, Collection<VSwitch> vSwitches) {
        return new CloudSight(
                enis.stream()
                        .filter(eni -> eni.status() == EniStatus.IN_USE)
                        .map(CloudSight::lasting)
                        .sorted(Comparator.comparing(Eni::id))
                        .toList(),
                vSwitches.stream()
                        .map(vSwitch -> new VSwitch(vSwitch.id(), vSwitch.zone(), vSwitch.cidrs(), 0))
                        .sorted(Comparator.comparing(VSwitch::id))
                        .toList());
    }

    private static Eni lasting(Eni eni) {
        var traits = eni.traits();
        return new Eni(
                eni.id(),
                eni.mac(),
                eni.kind(),
                eni.status(),
                eni.vSwitch(),
                List.of(eni.primaryAddress()),
                List.of(),
                new EniTraits(Tags.NONE, traits.traffic(), Optional.empty(), traits.trunk(), traits.tag()));
    }
}
