package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.simulator.cloud.EniLifecycle.Ending;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.estate.Estate;

/** How an ENI arrives somewhere, leaves it and vanishes, once that is sure to happen. */
final class EniMoves {
    private final Estate estate;
    private final Notices notices;

    EniMoves(Estate estate, Notices notices) {
        this.estate = estate;
        this.notices = notices;
    }

    void end(EniId id, Ending ending) {
        var eni = estate.eni(id);
        switch (ending) {
            case ATTACHED -> arrive(eni);
            case ATTACHING_FAILED, DETACHED -> leave(eni);
            case DELETED -> bury(eni);
        }
    }

    /** It is in use: a device appears, or a VLAN of a trunk. */
    void arrive(CloudEni eni) {
        var there = eni.with(EniStatus.IN_USE);
        estate.keep(there);
        there.instance().ifPresent(instance -> notices.tell(listener -> listener.eniAttached(instance, there.eni())));
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
            eni.instance().ifPresent(instance -> notices.tell(listener -> listener.eniDetached(instance, gone.eni())));
        }
    }

    /** It is no more, and its addresses are free. */
    void bury(CloudEni eni) {
        estate.vSwitch(eni.eni().vSwitch()).giveBack(eni.eni().addresses(), eni.prefixes());
        estate.forget(eni);
    }
}
