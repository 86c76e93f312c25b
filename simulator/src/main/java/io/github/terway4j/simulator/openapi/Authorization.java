package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.operation.Api;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.operation.Product;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets through what the caller's policy allows, for each thing that the call names. A call that names none is about all
 * things of its product.
 */
final class Authorization implements Gate {
    /** How RAM calls the things that parameters name. */
    private static final Map<String, Kind> KINDS = kinds();

    private record Kind(Product product, String name) {}

    private final CloudRegion region;

    Authorization(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        var api = call.api();
        for (var resource : resources(api, call.parameters(), call.caller())) {
            if (!call.caller().policy().allows(api.toString(), resource)) {
                throw Rejection.of(
                        "Forbidden.RAM",
                        403,
                        "User not authorized to operate on the specified resource, or this API doesn't support RAM: %s may not %s on %s."
                                .formatted(call.caller(), api, resource));
            }
        }
        return onward.go(call);
    }

    private List<String> resources(Api api, Parameters parameters, Identity caller) {
        var place = ":" + region.id() + ":" + caller.account() + ":";
        var named = new ArrayList<String>();
        KINDS.forEach((parameter, kind) -> {
            var prefix = "acs:" + kind.product().code() + place + kind.name() + "/";
            parameters.text(parameter).ifPresent(id -> named.add(prefix + id));
            parameters.list(parameter).forEach(id -> named.add(prefix + id));
        });
        return named.isEmpty() ? List.of("acs:" + api.product().code() + place + "*") : named;
    }

    private static Map<String, Kind> kinds() {
        var kinds = new LinkedHashMap<String, Kind>();
        kinds.put("NetworkInterfaceId", new Kind(Product.ECS, "eni"));
        kinds.put("InstanceId", new Kind(Product.ECS, "instance"));
        kinds.put("SecurityGroupId", new Kind(Product.ECS, "securitygroup"));
        kinds.put("VSwitchId", new Kind(Product.VPC, "vswitch"));
        kinds.put("RouteTableId", new Kind(Product.VPC, "routetable"));
        return kinds;
    }
}
