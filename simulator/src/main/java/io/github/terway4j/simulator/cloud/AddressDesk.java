package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import io.github.terway4j.simulator.cloud.estate.Estate;

/** Gives addresses of the vSwitch to its ENIs and takes them back; {@link AddressRules} say when it may. */
final class AddressDesk {
    private final Estate estate;
    private final GroupRules groups;
    private final Exhaustion exhaustion;
    private final Devices devices;

    AddressDesk(Estate estate, GroupRules groups, Exhaustion exhaustion, Devices devices) {
        this.estate = estate;
        this.groups = groups;
        this.exhaustion = exhaustion;
        this.devices = devices;
    }

    Grant assign(Assignment wanted) {
        var eni = estate.eni(wanted.eni());
        AddressRules.checkAssign(eni, wanted, eni.instance().map(estate::instance));
        if (wanted.family() == IpFamily.V4) {
            groups.requireRoom(eni.securityGroups(), wanted.wish().places());
        }
        var vSwitch = estate.vSwitch(eni.eni().vSwitch());
        exhaustion.require(vSwitch, wanted.family(), wanted.wish());
        var granted = vSwitch.take(wanted.family(), wanted.wish());
        keep(eni.plus(granted));
        return granted;
    }

    void unassign(Withdrawal gone) {
        var eni = estate.eni(gone.eni());
        AddressRules.checkUnassign(eni, gone, eni.instance().map(estate::instance));
        estate.vSwitch(eni.eni().vSwitch()).giveBack(gone.addresses(), gone.prefixes());
        keep(eni.minus(gone.addresses(), gone.prefixes()));
    }

    private void keep(CloudEni changed) {
        estate.keep(changed);
        devices.readdress(changed);
    }
}
