package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.Optional;

/** How many addresses an ENI may have, and which may be taken from it (ECS API, Assign… and Unassign… actions). */
final class AddressRules {
    /** With its primary address: CreateNetworkInterface allows 49 secondary ones. For IPv6 chosen alike. */
    private static final int MOST_UNATTACHED = 50;

    private AddressRules() {}

    /** An ENI keeps its addresses when it is attached, so it must not have more than the instance's type allows. */
    static void checkAttach(CloudEni eni, Instance instance) {
        for (var family : IpFamily.values()) {
            checkLimit(eni, family, 0, most(instance, family));
        }
    }

    static void checkAssign(CloudEni eni, Assignment wanted, Optional<Instance> instance) {
        checkState(eni, instance);
        var family = wanted.family();
        WishRules.check(wanted.wish(), family, eni.id());
        var places = wanted.wish().places();
        if (places == 0) {
            throw new Objection(ApiError.INVALID_PARAMETER, eni.id(), "no %s address is asked for".formatted(family));
        }
        checkLimit(eni, family, places, instance.map(of -> most(of, family)).orElse(MOST_UNATTACHED));
    }

    static void checkUnassign(CloudEni eni, Withdrawal gone, Optional<Instance> instance) {
        checkState(eni, instance);
        var addresses = gone.addresses();
        var prefixes = gone.prefixes();
        var distinct = addresses.stream().distinct().count()
                + prefixes.stream().distinct().count();
        if (distinct == 0 || distinct < addresses.size() + prefixes.size()) {
            throw new Objection(ApiError.INVALID_PARAMETER, eni.id(), "each once, and at least one, not " + gone);
        }
        if (addresses.contains(eni.eni().primaryAddress())) {
            throw new Objection(
                    ApiError.ADDRESS_IS_PRIMARY,
                    eni.id(),
                    "%s is the primary address of %s".formatted(eni.eni().primaryAddress(), eni.id()));
        }
        if (!eni.eni().addresses().containsAll(addresses) || !eni.prefixes().containsAll(prefixes)) {
            throw new Objection(
                    ApiError.ADDRESS_NOT_ASSIGNED,
                    eni.id(),
                    "%s has %s and %s, not all of %s"
                            .formatted(eni.id(), eni.eni().addresses(), eni.prefixes(), gone));
        }
    }

    static void checkState(CloudEni eni, Optional<Instance> instance) {
        EniRules.require(eni, eni.status() == EniStatus.AVAILABLE || eni.status() == EniStatus.IN_USE);
        if (eni.eni().kind() == EniKind.PRIMARY) {
            instance.ifPresent(InstanceRules::requireAtRest);
        }
    }

    /** Whether an ENI of so many places has room for more of them. */
    static void checkLimit(CloudEni eni, IpFamily family, int more, int most) {
        var wanted = (long) eni.places(family) + more;
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
}
