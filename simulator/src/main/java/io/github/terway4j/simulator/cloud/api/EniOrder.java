package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of CreateNetworkInterface.
 *
 * @param kind "InstanceType": secondary or trunk; a secondary ENI is a member while it is attached to a trunk
 * @param primary "PrimaryIpAddress"; the cloud chooses where it is not given
 * @param ipv4 beside the primary address
 */
public record EniOrder(
        EniKind kind,
        TrafficMode traffic,
        VSwitchId vSwitch,
        Label label,
        EniSettings settings,
        Optional<Ip> primary,
        AddressWish ipv4,
        AddressWish ipv6) {
    /**
     * A secondary ENI with so many addresses of the cloud's choice.
     *
     * @param ipv4 the primary one included
     */
    public EniOrder(
            VSwitchId vSwitch, List<SecurityGroupId> securityGroups, int ipv4, int ipv6, Map<String, String> tags) {
        this(
                EniKind.SECONDARY,
                TrafficMode.STANDARD,
                vSwitch,
                Label.tagged(tags),
                EniSettings.of(securityGroups),
                Optional.empty(),
                AddressWish.count(ipv4 - 1),
                AddressWish.count(ipv6));
    }

    /** A secondary ENI with its primary address and nothing else. */
    public static EniOrder in(VSwitchId vSwitch, List<SecurityGroupId> securityGroups) {
        return new EniOrder(vSwitch, securityGroups, 1, 0, Map.of());
    }

    public EniOrder ofKind(EniKind other) {
        return new EniOrder(other, traffic, vSwitch, label, settings, primary, ipv4, ipv6);
    }

    public EniOrder carrying(TrafficMode other) {
        return new EniOrder(kind, other, vSwitch, label, settings, primary, ipv4, ipv6);
    }

    public EniOrder with(Label other) {
        return new EniOrder(kind, traffic, vSwitch, other, settings, primary, ipv4, ipv6);
    }

    public EniOrder with(EniSettings other) {
        return new EniOrder(kind, traffic, vSwitch, label, other, primary, ipv4, ipv6);
    }

    public EniOrder withPrimary(Ip address) {
        return new EniOrder(kind, traffic, vSwitch, label, settings, Optional.of(address), ipv4, ipv6);
    }

    public EniOrder withIpv4(AddressWish other) {
        return new EniOrder(kind, traffic, vSwitch, label, settings, primary, other, ipv6);
    }

    public EniOrder withIpv6(AddressWish other) {
        return new EniOrder(kind, traffic, vSwitch, label, settings, primary, ipv4, other);
    }
}
