package io.github.terway4j.domain.quota;

/**
 * What an instance type lets us attach (ECS API, DescribeInstanceTypes).
 *
 * @param enis {@code EniQuantity}: ENIs of any kind but member, the primary one included
 * @param totalEnis {@code EniTotalQuantity}: the members included as well
 * @param ipv4PerEni {@code EniPrivateIpAddressQuantity}: the ENI's primary address included
 * @param ipv6PerEni {@code EniIpv6AddressQuantity}
 * @param trunk {@code EniTrunkSupported}
 * @param erdmaEnis {@code EriQuantity}
 */
public record InstanceLimits(
        String instanceType, int enis, int totalEnis, int ipv4PerEni, int ipv6PerEni, boolean trunk, int erdmaEnis) {
    public InstanceLimits {
        if (enis < 1 || totalEnis < enis || ipv4PerEni < 1 || ipv6PerEni < 0 || erdmaEnis < 0) {
            throw new IllegalArgumentException(
                    "%s cannot have %d ENIs, %d in total, %d IPv4 and %d IPv6 addresses each and %d for ERDMA"
                            .formatted(instanceType, enis, totalEnis, ipv4PerEni, ipv6PerEni, erdmaEnis));
        }
    }
}
