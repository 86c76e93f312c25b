package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of RunInstances in its simplest form.
 *
 * @param type "InstanceType", like {@code ecs.g7.xlarge}
 * @param amount how many of the same; 1 where a private address is given
 * @param privateAddress "PrivateIpAddress": the primary ENI's; the cloud chooses where it is not given
 * @param ipv6 "Ipv6AddressCount" of the primary ENI
 */
public record InstanceOrder(
        String type,
        VSwitchId vSwitch,
        List<SecurityGroupId> securityGroups,
        int amount,
        Label label,
        Optional<Ip> privateAddress,
        int ipv6) {
    public InstanceOrder {
        securityGroups = List.copyOf(securityGroups);
    }

    /** One without a name and with IPv4 alone. */
    public static InstanceOrder of(String type, VSwitchId vSwitch, List<SecurityGroupId> securityGroups) {
        return new InstanceOrder(type, vSwitch, securityGroups, 1, Label.NONE, Optional.empty(), 0);
    }

    public InstanceOrder times(int other) {
        return new InstanceOrder(type, vSwitch, securityGroups, other, label, privateAddress, ipv6);
    }

    public InstanceOrder with(Label other) {
        return new InstanceOrder(type, vSwitch, securityGroups, amount, other, privateAddress, ipv6);
    }

    public InstanceOrder withPrivateAddress(Ip address) {
        return new InstanceOrder(type, vSwitch, securityGroups, amount, label, Optional.of(address), ipv6);
    }

    public InstanceOrder withIpv6(int count) {
        return new InstanceOrder(type, vSwitch, securityGroups, amount, label, privateAddress, count);
    }
}
