package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import java.time.Instant;
import java.util.List;

/**
 * A vSwitch as the cloud describes it (VPC API, DescribeVSwitches). Always "Available": nothing is done to it later.
 *
 * @param reservations the parts of its blocks that are set aside for prefixes
 */
public record CloudVSwitch(VSwitch vSwitch, VpcId vpc, Label label, List<Cidr> reservations, Instant created) {
    public CloudVSwitch {
        reservations = List.copyOf(reservations);
    }

    /** The same, but for how many addresses it says are free. */
    public CloudVSwitch showing(int freeAddresses) {
        return new CloudVSwitch(
                new VSwitch(id(), vSwitch.zone(), vSwitch.cidrs(), freeAddresses), vpc, label, reservations, created);
    }

    public VSwitchId id() {
        return vSwitch.id();
    }
}
