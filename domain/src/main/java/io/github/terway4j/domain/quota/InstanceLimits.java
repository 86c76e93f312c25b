package io.github.terway4j.domain.quota;

/**
 * What an instance of one type may hold, as the ECS API DescribeInstanceTypes says it. The names in quotes are fields of
 * its answer.
 *
 * @param instanceType "InstanceTypeId", like {@code ecs.g7.xlarge}
 * @param enis "EniQuantity": ENIs that can be attached to the instance itself, the primary one included
 * @param totalEnis "EniTotalQuantity": these and the member ENIs behind a trunk together
 * @param ipv4PerEni "EniPrivateIpAddressQuantity": IPv4 addresses of one ENI, its own primary one included; a prefix
 *     takes the place of one address
 * @param ipv6PerEni "EniIpv6AddressQuantity": IPv6 addresses of one ENI; 0 where the type knows no IPv6
 * @param trunk "EniTrunkSupported": whether one of the ENIs can be a trunk
 * @param erdmaEnis "EriQuantity": ENIs that can carry RDMA
 */
public record InstanceLimits(
        String instanceType, int enis, int totalEnis, int ipv4PerEni, int ipv6PerEni, boolean trunk, int erdmaEnis) {
    public InstanceLimits {
        if (instanceType.isBlank()) {
            throw new IllegalArgumentException("limits of no instance type");
        }
        require(enis >= 1, instanceType, "has a primary ENI at least, not %d ENIs", enis);
        require(totalEnis >= enis, instanceType, "counts its own ENIs among all of them, which are only %d", totalEnis);
        require(ipv4PerEni >= 1, instanceType, "has an address on each ENI at least, not %d", ipv4PerEni);
        require(ipv6PerEni >= 0, instanceType, "has no IPv6 addresses or some, not %d", ipv6PerEni);
        require(erdmaEnis >= 0, instanceType, "has no RDMA or some, not %d", erdmaEnis);
    }

    private static void require(boolean holds, String instanceType, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException(instanceType + " " + rule.formatted(value));
        }
    }
}
