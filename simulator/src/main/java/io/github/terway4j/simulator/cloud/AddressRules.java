package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.List;
import java.util.Optional;

/** How many addresses an ENI may have, and which may be taken from it (ECS API, Assign… and Unassign… actions). */
final class AddressRules {
    /** With its primary address: CreateNetworkInterface allows 49 secondary ones. For IPv6 chosen alike. */
    private static final int MOST_UNATTACHED = 50;
    /** {@code Ipv6AddressCount} and {@code Ipv6Address.N} of one call. */
    private static final int MOST_IPV6_PER_CALL = 10;

    private AddressRules() {}

    static void checkBirth(EniOrder order) {
        if (order.ipv4() < 1 || order.ipv4() > MOST_UNATTACHED) {
            throw bad(order.vSwitch(), "an ENI is born with 1 to 50 IPv4 addresses, not " + order.ipv4());
        }
        if (order.ipv6() < 0 || order.ipv6() > MOST_IPV6_PER_CALL) {
            throw bad(order.vSwitch(), "an ENI is born with at most 10 IPv6 addresses, not " + order.ipv6());
        }
    }

    static void checkAttach(CloudEni eni, Instance instance) {
        for (var family : IpFamily.values()) {
            checkLimit(eni, family, 0, most(instance, family));
        }
    }

    static void checkAssign(CloudEni eni, Assignment wanted, Optional<Instance> instance) {
        var family = wanted.family();
        var count = wanted.count();
        checkState(eni);
        if (count < 1 || (family == IpFamily.V6 && count > MOST_IPV6_PER_CALL)) {
            throw bad(eni.id(), "%d %s addresses in one call".formatted(count, family));
        }
        checkLimit(eni, family, count, instance.map(of -> most(of, family)).orElse(MOST_UNATTACHED));
    }

    static void checkUnassign(CloudEni eni, List<Ip> addresses) {
        checkState(eni);
        if (addresses.isEmpty() || addresses.stream().distinct().count() < addresses.size()) {
            throw bad(eni.id(), "each address once, and at least one, not " + addresses);
        }
        if (addresses.contains(eni.eni().primaryAddress())) {
            throw new Objection(
                    ApiError.ADDRESS_IS_PRIMARY,
                    eni.id(),
                    "%s is the primary address of %s".formatted(eni.eni().primaryAddress(), eni.id()));
        }
        if (!eni.eni().addresses().containsAll(addresses)) {
            throw new Objection(
                    ApiError.ADDRESS_NOT_ASSIGNED,
                    eni.id(),
                    "%s has %s, not all of %s".formatted(eni.id(), eni.eni().addresses(), addresses));
        }
    }

    private static void checkState(CloudEni eni) {
        EniRules.require(eni, eni.status() == EniStatus.AVAILABLE || eni.status() == EniStatus.IN_USE);
    }

    private static void checkLimit(CloudEni eni, IpFamily family, int more, int most) {
        var wanted = (long) eni.eni().count(family) + more;
        if (wanted > most) {
            var error = switch (family) {
                case V4 -> ApiError.IPV4_COUNT_EXCEEDED;
                case V6 -> ApiError.IPV6_COUNT_EXCEEDED;
            };
            throw new Objection(
                    error, eni.id(), "%s may have %d %s addresses, not %d".formatted(eni.id(), most, family, wanted));
        }
    }

    private static int most(Instance instance, IpFamily family) {
        return switch (family) {
            case V4 -> instance.limits().ipv4PerEni();
            case V6 -> instance.limits().ipv6PerEni();
        };
    }

    private static Objection bad(Object subject, String words) {
        return new Objection(ApiError.INVALID_PARAMETER, subject, words);
    }
}
