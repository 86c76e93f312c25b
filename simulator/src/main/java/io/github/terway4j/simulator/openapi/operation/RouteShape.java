package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;

/** How the VPC API spells routes. */
final class RouteShape {
    static final String INSTANCE = "Instance";
    static final String ENI = "NetworkInterface";
    /** VPC API, CreateRouteEntry. */
    static final List<String> HOP_TYPES = List.of(
            INSTANCE,
            ENI,
            "HaVip",
            "RouterInterface",
            "VpnGateway",
            "IPv6Gateway",
            "NatGateway",
            "Attachment",
            "VpcPeer",
            "Ipv4Gateway",
            "GatewayEndpoint",
            "GatewayLoadBalancerEndpoint",
            "Ecr");

    private RouteShape() {}

    /** A bare address means that address alone. */
    static Cidr destination(String text) {
        try {
            return text.indexOf('/') < 0 ? Cidr.host(Ip.parse(text)) : Cidr.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(
                    "InvalidCidrBlock.Malformed",
                    400,
                    "Specified CIDR block is not valid: %s.".formatted(malformed.getMessage()));
        }
    }

    /** A call that is to change nothing must not change anything. */
    static void refuseDryRun(Parameters parameters) {
        if (parameters.flag("DryRun").orElse(false)) {
            throw Rejection.of("UnsupportedParameter", 400, "DryRun is not simulated.");
        }
    }

    static Fields described(RouteEntry entry) {
        return new Fields()
                .put("RouteEntryId", entry.id())
                .put("RouteTableId", entry.table().text())
                .put("DestinationCidrBlock", entry.destination().toString())
                .put("IpVersion", ipVersion(entry))
                .put("Type", kind(entry.kind()))
                .put("Status", status(entry.status()))
                .put("RouteEntryName", entry.name())
                .put("Description", entry.description())
                .list("NextHops", "NextHop", List.of(entry.hop()), RouteShape::hop);
    }

    static String kind(RouteKind kind) {
        return switch (kind) {
            case SYSTEM -> "System";
            case CUSTOM -> "Custom";
        };
    }

    static String ipVersion(RouteEntry entry) {
        return entry.destination().family() == IpFamily.V4 ? "ipv4" : "ipv6";
    }

    static String type(VpcNextHop hop) {
        return switch (hop) {
            case VpcNextHop.ToInstance _ -> INSTANCE;
            case VpcNextHop.ToEni _ -> ENI;
            case VpcNextHop.Elsewhere(var kind, var _) -> kind;
        };
    }

    static String id(VpcNextHop hop) {
        return switch (hop) {
            case VpcNextHop.ToInstance(var instance) -> instance.text();
            case VpcNextHop.ToEni(var eni) -> eni.text();
            case VpcNextHop.Elsewhere(var _, var id) -> id;
        };
    }

    private static Fields hop(VpcNextHop hop) {
        return new Fields()
                .put("NextHopType", type(hop))
                .put("NextHopId", id(hop))
                .put("Enabled", 1)
                .put("Weight", 0);
    }

    private static String status(RouteStatus status) {
        return switch (status) {
            case CREATING -> "Creating";
            case AVAILABLE -> "Available";
            case MODIFYING -> "Modifying";
            case DELETING -> "Deleting";
        };
    }
}
