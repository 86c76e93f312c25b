package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.Map;
import java.util.TreeMap;

/** Every operation that there is. */
public final class Operations {
    private final Map<String, Operation> byApi = new TreeMap<>();

    /** Those of a region. */
    public static Operations of(CloudRegion region) {
        return new Operations()
                .add(Product.ECS, "CreateNetworkInterface", new CreateNetworkInterface(region))
                .add(Product.ECS, "AttachNetworkInterface", new AttachNetworkInterface(region))
                .add(Product.ECS, "DetachNetworkInterface", new DetachNetworkInterface(region))
                .add(Product.ECS, "DeleteNetworkInterface", new DeleteNetworkInterface(region))
                .add(Product.ECS, "DescribeNetworkInterfaces", new DescribeNetworkInterfaces(region))
                .add(Product.ECS, "DescribeNetworkInterfaceAttribute", new DescribeNetworkInterfaceAttribute(region))
                .add(Product.ECS, "ModifyNetworkInterfaceAttribute", new ModifyNetworkInterfaceAttribute(region))
                .add(Product.ECS, "AssignPrivateIpAddresses", new AssignAddresses(region, IpFamily.V4))
                .add(Product.ECS, "UnassignPrivateIpAddresses", new UnassignAddresses(region, IpFamily.V4))
                .add(Product.ECS, "AssignIpv6Addresses", new AssignAddresses(region, IpFamily.V6))
                .add(Product.ECS, "UnassignIpv6Addresses", new UnassignAddresses(region, IpFamily.V6))
                .add(Product.ECS, "RunInstances", new RunInstances(region))
                .add(Product.ECS, "DeleteInstance", new DeleteInstance(region))
                .add(Product.ECS, "DescribeInstances", new DescribeInstances(region))
                .add(Product.ECS, "DescribeInstanceAttribute", new DescribeInstanceAttribute(region))
                .add(Product.ECS, "DescribeSecurityGroups", new DescribeSecurityGroups(region))
                .add(Product.ECS, "DescribeInstanceTypes", new DescribeInstanceTypes(region))
                .add(Product.VPC, "DescribeVSwitches", new DescribeVSwitches(region))
                .add(Product.VPC, "CreateRouteEntry", new CreateRouteEntry(region))
                .add(Product.VPC, "DeleteRouteEntry", new DeleteRouteEntry(region))
                .add(Product.VPC, "DescribeRouteEntryList", new DescribeRouteEntryList(region))
                .add(Product.VPC, "DescribeRouteTableList", new DescribeRouteTableList(region));
    }

    /** One more, or another in the place of one. To be done before anybody calls. */
    public Operations add(Product product, String name, Operation operation) {
        byApi.put(new Api(product, name).toString(), operation);
        return this;
    }

    /** The gateway's own answer to what it does not know. */
    public Operation require(Api api) {
        var operation = byApi.get(api.toString());
        if (operation == null) {
            throw Rejection.of(
                    "InvalidAction.NotFound", 404, "Specified api is not found, please check your url and method.");
        }
        return operation;
    }
}
