package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How addresses can be asked for in one call, whoever has them (ECS API, CreateNetworkInterface and Assign… actions). */
final class WishRules {
    /** "SecondaryPrivateIpAddressCount" of CreateNetworkInterface. For assignment the limits of the ENI alone count. */
    private static final int MOST_BORN = 49;
    /** "PrivateIpAddress.N". */
    private static final int MOST_IPV4_NAMED = 32;
    /** "Ipv6AddressCount" and "Ipv6Address.N". */
    private static final int MOST_IPV6 = 10;
    /** "Ipv4PrefixCount", "Ipv4Prefix.N", "Ipv6PrefixCount", "Ipv6Prefix.N". */
    private static final int MOST_PREFIXES = 10;

    private WishRules() {}

    static void checkBirth(EniOrder order) {
        check(order.ipv4(), IpFamily.V4, order.vSwitch());
        check(order.ipv6(), IpFamily.V6, order.vSwitch());
        if (order.ipv4().count() > MOST_BORN) {
            throw bad(
                    order.vSwitch(),
                    "an ENI is born with at most %d addresses beside its primary one, not %d"
                            .formatted(MOST_BORN, order.ipv4().count()));
        }
        order.primary().ifPresent(primary -> {
            var all = new ArrayList<>(order.ipv4().addresses());
            all.add(primary);
            check(AddressWish.these(all), IpFamily.V4, order.vSwitch());
        });
    }

    static void check(AddressWish wish, IpFamily family, Object subject) {
        checkCounts(wish, family, subject);
        var ways = Stream.of(
                        wish.count() != 0,
                        !wish.addresses().isEmpty(),
                        wish.prefixCount() != 0,
                        !wish.prefixes().isEmpty())
                .filter(given -> given)
                .count();
        if (ways > 1) {
            throw new Objection(ApiError.WISHES_CONFLICT, subject, "addresses are asked for in one way, not " + wish);
        }
        checkNames(wish.addresses(), subject);
        checkNames(wish.prefixes(), subject);
        var foreign = wish.addresses().stream().anyMatch(ip -> ip.family() != family)
                || wish.prefixes().stream().anyMatch(prefix -> prefix.family() != family);
        if (foreign) {
            throw bad(subject, "%s addresses, not %s".formatted(family, wish));
        }
    }

    private static void checkCounts(AddressWish wish, IpFamily family, Object subject) {
        var mostNamed = switch (family) {
            case V4 -> MOST_IPV4_NAMED;
            case V6 -> MOST_IPV6;
        };
        var mostCounted = switch (family) {
            case V4 -> Integer.MAX_VALUE;
            case V6 -> MOST_IPV6;
        };
        checkCount(wish.count(), mostCounted, family + " addresses", subject);
        checkCount(wish.addresses().size(), mostNamed, "named %s addresses".formatted(family), subject);
        checkCount(wish.prefixCount(), MOST_PREFIXES, family + " prefixes", subject);
        checkCount(wish.prefixes().size(), MOST_PREFIXES, "named %s prefixes".formatted(family), subject);
    }

    private static void checkCount(int count, int most, String what, Object subject) {
        if (count < 0 || count > most) {
            throw bad(subject, "0 to %d %s in one call, not %d".formatted(most, what, count));
        }
    }

    private static void checkNames(List<?> named, Object subject) {
        if (named.stream().distinct().count() < named.size()) {
            throw new Objection(ApiError.ADDRESS_REPEATED, subject, "each one once, not " + named);
        }
    }

    private static Objection bad(Object subject, String words) {
        return new Objection(ApiError.INVALID_PARAMETER, subject, words);
    }
}
