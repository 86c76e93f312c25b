package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.simulator.cloud.EniLifecycle.Ending;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.estate.Estate;
import java.time.Instant;

/** How an ENI arrives somewhere, leaves it and vanishes, once that is sure to happen. */
final class EniMoves {
    private final Estate estate;
    private final Devices devices;

    EniMoves(Estate estate, Devices devices) {
        this.estate = estate;
        this.devices = devices;
    }

    void end(EniId id, Ending ending, Instant now) {
        var eni = estate.eni(id);
        switch (ending) {
            case ATTACHED -> arrive(eni, now);
            case ATTACHING_FAILED, DETACHED -> leave(eni);
            case DELETED -> bury(eni);
        }
    }

    /** It is in use: a device appears, or a VLAN of a trunk. */
    void arrive(CloudEni eni, Instant now) {
        var there = eni.with(EniStatus.IN_USE);
        estate.keep(there);
        devices.arrive(there, now);
    }

    /** It is attached to nothing, wherever it was or was going to be. */
    void leave(CloudEni eni) {
        eni.trunk().flatMap(estate.enis()::find).ifPresent(trunk -> {
            var others = trunk.members().stream().filter(id -> !id.equals(eni.id()));
            estate.keep(trunk.withMembers(others.toList()));
        });
        var kind = eni.eni().kind() == EniKind.MEMBER
                ? EniKind.SECONDARY
                : eni.eni().kind();
        var gone = eni.detached().with(kind).with(EniStatus.AVAILABLE);
        estate.keep(gone);
        if (eni.status() != EniStatus.ATTACHING) {
            devices.leave(eni, gone);
        }
    }

    /** It is no more, and its addresses are free. */
    void bury(CloudEni eni) {
        estate.vSwitch(eni.eni().vSwitch()).giveBack(eni.eni().addresses(), eni.prefixes());
        estate.forget(eni);
    }
}
