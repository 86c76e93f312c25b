package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.world.World;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody who changes our ENIs in the cloud: detaches one, takes an address from one, gives one an address. */
final class Meddler {
    private final World world;
    private final SimulatedCloud cloud;
    private final RandomGenerator chance;

    Meddler(World world, SimulatedCloud cloud, RandomGenerator chance) {
        this.world = world;
        this.cloud = cloud;
        this.chance = chance;
    }

    /** Does one such thing, if there is an ENI to do it to. */
    void meddle() {
        var enis = cloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY && eni.status() == EniStatus.IN_USE)
                .toList();
        if (!enis.isEmpty()) {
            var eni = enis.get(chance.nextInt(enis.size()));
            var deed = chance.nextInt(3);
            switch (deed) {
                case 0 -> eni.instance().ifPresent(instance -> detach(eni, instance));
                case 1 -> take(eni);
                default -> give(eni);
            }
        }
    }

    private void detach(CloudEni eni, InstanceId instance) {
        world.note("somebody", "detaches %s: %s".formatted(eni.id(), cloud.detach(eni.id(), instance)));
    }

    /** One of each family, so that no family is left over; the ENI's own address cannot be taken. */
    private void take(CloudEni eni) {
        for (var family : IpFamily.values()) {
            var spare = eni.eni().addresses(family).stream()
                    .filter(ip -> !ip.equals(eni.eni().primaryAddress()))
                    .toList();
            if (!spare.isEmpty()) {
                Ip gone = spare.get(chance.nextInt(spare.size()));
                world.note(
                        "somebody",
                        "takes %s from %s: %s".formatted(gone, eni.id(), cloud.unassign(eni.id(), List.of(gone))));
            }
        }
    }

    private void give(CloudEni eni) {
        var answer = cloud.assign(new Assignment(eni.id(), IpFamily.V4, 1));
        world.note("somebody", "gives %s an address: %s".formatted(eni.id(), answer));
    }
}
