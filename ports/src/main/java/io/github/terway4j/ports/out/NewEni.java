package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitchId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ENI to be made.
 *
 * @param instance the one that it is made for; marked on the ENI, so that it is found again if we forget it
 * @param use whether it is an ordinary one, a trunk, one for RDMA, or one that is to ride on a trunk
 * @param ipv4 addresses to be born with, the primary one included
 * @param ipv4Prefixes blocks to be born with, beside the primary address alone
 * @param ipv6Prefixes the same, instead of single addresses
 */
public record NewEni(
        InstanceId instance,
        VSwitchId vSwitch,
        EniUse use,
        List<SecurityGroupId> securityGroups,
        int ipv4,
        int ipv6,
        int ipv4Prefixes,
        int ipv6Prefixes,
        Map<String, String> tags) {
    public NewEni {
        securityGroups = List.copyOf(securityGroups);
        tags = new TreeMap<>(tags);
        if (ipv4 < 1 || ipv6 < 0) {
            throw new IllegalArgumentException(
                    "an ENI is born with at least one IPv4 address, but got %d IPv4 and %d IPv6".formatted(ipv4, ipv6));
        }
        if (ipv4Prefixes < 0 || ipv6Prefixes < 0 || (ipv4 > 1 && ipv4Prefixes > 0) || (ipv6 > 0 && ipv6Prefixes > 0)) {
            throw new IllegalArgumentException(
                    "of one family an ENI is born with single addresses or prefixes, not %d and %d of IPv4, %d and %d of IPv6"
                            .formatted(ipv4, ipv4Prefixes, ipv6, ipv6Prefixes));
        }
    }

    /** An ordinary one. */
    public NewEni(
            InstanceId instance,
            VSwitchId vSwitch,
            List<SecurityGroupId> securityGroups,
            int ipv4,
            int ipv6,
            int ipv4Prefixes,
            int ipv6Prefixes,
            Map<String, String> tags) {
        this(instance, vSwitch, EniUse.SHARED, securityGroups, ipv4, ipv6, ipv4Prefixes, ipv6Prefixes, tags);
    }

    /** One without prefixes. */
    public NewEni(
            InstanceId instance,
            VSwitchId vSwitch,
            List<SecurityGroupId> securityGroups,
            int ipv4,
            int ipv6,
            Map<String, String> tags) {
        this(instance, vSwitch, securityGroups, ipv4, ipv6, 0, 0, tags);
    }

    /** All that is to stand on it: its tags, and the marks by which ours are known. */
    public Tags marks() {
        return new Tags(tags).and(Marks.madeFor(instance, use));
    }

    /** The same with these tags besides. */
    public NewEni and(Tags more) {
        return new NewEni(
                instance,
                vSwitch,
                use,
                securityGroups,
                ipv4,
                ipv6,
                ipv4Prefixes,
                ipv6Prefixes,
                new Tags(tags).and(more).byKey());
    }
}
