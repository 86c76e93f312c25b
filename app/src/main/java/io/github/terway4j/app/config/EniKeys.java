package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.quota.EniCap;
import java.util.List;
import java.util.stream.Stream;

/** The keys that say how an ENI is made and which are left alone. */
final class EniKeys {
    /** The cloud's limit for one ENI (ECS API, CreateNetworkInterface). */
    private static final int MOST_SECURITY_GROUPS = 10;

    private EniKeys() {}

    static EniConfig read(KeyReader keys) {
        return new EniConfig(
                securityGroups(keys),
                TagKeys.tags(keys),
                TagKeys.filter(keys),
                TagKeys.blockList(keys),
                cap(keys),
                keys.read("enable_eni_trunking", Shapes.flag(), false),
                keys.read("enable_erdma", Shapes.flag(), false),
                prefixes(keys),
                keys.find("resource_group_id", Shapes.text()));
    }

    private static List<SecurityGroupId> securityGroups(KeyReader keys) {
        var group = Shapes.text(SecurityGroupId::new, "the id of a security group");
        var union = Stream.concat(
                        keys.find("security_group", group).stream(),
                        keys.read("security_groups", Composites.list(group), List.of()).stream())
                .distinct()
                .toList();
        if (union.size() > MOST_SECURITY_GROUPS) {
            keys.refuse("security_group and security_groups name %d groups together; an ENI can have at most %d"
                    .formatted(union.size(), MOST_SECURITY_GROUPS));
        }
        return union;
    }

    /** Zero is how Go writes what is not set: no share kept back, no limit. */
    private static EniCap cap(KeyReader keys) {
        double ratio = keys.read("eni_cap_ratio", Shapes.number(), 1.0);
        int shift = keys.read("eni_cap_shift", Shapes.wholeNumber(Integer.MIN_VALUE), 0);
        int most = keys.read("max_eni", Shapes.wholeNumber(0), 0);
        int least = keys.read("min_eni", Shapes.wholeNumber(0), 0);
        if (most > 0 && least > most) {
            keys.refuse("min_eni is %d and max_eni is %d; min_eni must not be more than max_eni, unless that is 0"
                    .formatted(least, most));
        }
        var cap = EniCap.NONE.withShare(ratio == 0 ? 1 : ratio, shift);
        return most > 0 ? cap.atMost(most) : cap;
    }

    private static Prefixes prefixes(KeyReader keys) {
        var prefixes = new Prefixes(
                keys.read("enable_ip_prefix", Shapes.flag(), false),
                keys.read("ipv4_prefix_count", Shapes.wholeNumber(0), 0),
                keys.read("ipv6_prefix_count", Shapes.wholeNumber(0, 1), 0));
        if (!prefixes.enabled() && prefixes.ipv4() > 0) {
            keys.warn("enable_ip_prefix is not true, so that ipv4_prefix_count has no effect");
        }
        if (prefixes.ipv6() > 0) {
            keys.warn("ipv6_prefix_count has no effect: it is for nodes without IPv4, and here every node has it");
        }
        if (!prefixes.enabled() && keys.read("warm_prefix_target", Shapes.wholeNumber(0), 0) > 0) {
            keys.warn("enable_ip_prefix is not true, so that warm_prefix_target has no effect");
        }
        return prefixes;
    }
}
