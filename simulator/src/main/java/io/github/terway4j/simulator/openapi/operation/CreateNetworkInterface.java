package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.EniSettings;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.List;

/** ECS API, CreateNetworkInterface. */
final class CreateNetworkInterface implements Operation {
    private static final List<EniKind> KINDS = List.of(EniKind.SECONDARY, EniKind.TRUNK);

    private final CloudRegion region;

    CreateNetworkInterface(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var order = order(parameters);
        var cloud = region.cloud();
        return EniShape.created(
                region,
                CloudRegion.given(parameters
                        .read("ClientToken", ClientToken::new)
                        .map(token -> cloud.create(order, token))
                        .orElseGet(() -> cloud.create(order))));
    }

    private static EniOrder order(Parameters parameters) {
        return new EniOrder(
                Choice.read(parameters, "InstanceType", KINDS, EniWords::of).orElse(EniKind.SECONDARY),
                Choice.read(parameters, "NetworkInterfaceTrafficMode", List.of(TrafficMode.values()), EniWords::of)
                        .orElse(TrafficMode.STANDARD),
                parameters.required("VSwitchId", VSwitchId::new),
                Labels.read(parameters, "NetworkInterfaceName"),
                settings(parameters),
                parameters.read("PrimaryIpAddress", Ip::parse),
                Wishes.read(parameters, IpFamily.V4),
                Wishes.read(parameters, IpFamily.V6));
    }

    private static EniSettings settings(Parameters parameters) {
        return new EniSettings(
                Ids.securityGroups(parameters),
                parameters.flag("DeleteOnRelease").orElse(true),
                parameters.flag("SourceDestCheck").orElse(false),
                parameters.integer("QueueNumber").orElse(0));
    }
}
