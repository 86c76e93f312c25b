package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.List;
import java.util.function.Predicate;

/** Whether an instance may have all of these ENIs with all of their addresses (ECS API, DescribeInstanceTypes). */
final class EniLimits {
    private EniLimits() {}

    static void check(Instance instance, List<CloudEni> enis) {
        var limits = instance.limits();
        if (!limits.trunk() && enis.stream().anyMatch(EniLimits::isTrunk)) {
            throw new Objection(
                    ApiError.INVALID_ENI_TYPE,
                    instance.id(),
                    "%s is a %s, which has no trunk"
                            .formatted(instance.id(), instance.type().name()));
        }
        check(instance, enis, eni -> eni.trunk().isEmpty(), limits.enis(), "ENIs of its own");
        check(instance, enis, _ -> true, limits.totalEnis(), "ENIs with members");
        check(instance, enis, EniLimits::isTrunk, 1, "trunk");
        check(instance, enis, EniLimits::carriesRdma, limits.erdmaEnis(), "ENIs for RDMA");
        enis.forEach(eni -> AddressRules.checkAttach(eni, instance));
    }

    private static void check(
            Instance instance, List<CloudEni> enis, Predicate<CloudEni> counts, int most, String what) {
        var wanted = enis.stream().filter(counts).count();
        if (wanted > most) {
            throw new Objection(
                    ApiError.INSTANCE_ENIS_EXCEEDED,
                    instance.id(),
                    "%s may have %d %s, not %d".formatted(instance.id(), most, what, wanted));
        }
    }

    private static boolean isTrunk(CloudEni eni) {
        return eni.eni().kind() == EniKind.TRUNK;
    }

    private static boolean carriesRdma(CloudEni eni) {
        return eni.traffic() == TrafficMode.HIGH_PERFORMANCE;
    }
}
