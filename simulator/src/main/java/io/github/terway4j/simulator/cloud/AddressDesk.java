package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.estate.Estate;
import java.util.List;

/** Gives addresses of the vSwitch to its ENIs and takes them back; {@link AddressRules} say when it may. */
final class AddressDesk {
    private final Estate estate;
    private final Notices notices;

    AddressDesk(Estate estate, Notices notices) {
        this.estate = estate;
        this.notices = notices;
    }

    List<Ip> assign(Assignment wanted) {
        var eni = estate.eni(wanted.eni());
        AddressRules.checkAssign(eni, wanted, eni.instance().map(estate::instance));
        var vSwitch = estate.vSwitch(eni.eni().vSwitch());
        vSwitch.requireFree(wanted.family(), wanted.count());
        var taken = vSwitch.take(wanted.family(), wanted.count());
        keep(eni.plus(taken));
        return taken;
    }

    void unassign(EniId id, List<Ip> addresses) {
        var eni = estate.eni(id);
        AddressRules.checkUnassign(eni, addresses);
        estate.vSwitch(eni.eni().vSwitch()).giveBack(addresses);
        keep(eni.minus(addresses));
    }

    private void keep(CloudEni changed) {
        estate.keep(changed);
        changed.instance()
                .ifPresent(instance -> notices.tell(listener -> listener.addressesChanged(instance, changed.eni())));
    }
}
