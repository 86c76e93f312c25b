package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.ArrayList;
import java.util.List;

/** No instance has more than its type allows. */
final class Limits {
    private Limits() {}

    static List<String> violations(Census census) {
        var found = new ArrayList<String>();
        var byInstance = census.byInstance();
        for (var instance : census.instances()) {
            var enis = byInstance.getOrDefault(instance.id(), List.of());
            enis(instance, enis, found);
            enis.forEach(eni -> addresses(instance, eni, found));
        }
        return found;
    }

    private static void enis(Instance instance, List<CloudEni> enis, List<String> found) {
        var limits = instance.limits();
        var own = enis.stream().filter(eni -> eni.trunk().isEmpty()).count();
        if (own > limits.enis() || enis.size() > limits.totalEnis()) {
            found.add("%s has %d ENIs, %d with members, and may have %d and %d"
                    .formatted(instance.id(), own, enis.size(), limits.enis(), limits.totalEnis()));
        }
        var trunks =
                enis.stream().filter(eni -> eni.eni().kind() == EniKind.TRUNK).count();
        var rdma = enis.stream()
                .filter(eni -> eni.traffic() == TrafficMode.HIGH_PERFORMANCE)
                .count();
        if (trunks > (limits.trunk() ? 1 : 0) || rdma > limits.erdmaEnis()) {
            found.add("%s has %d trunks and %d ENIs for RDMA and may not".formatted(instance.id(), trunks, rdma));
        }
    }

    private static void addresses(Instance instance, CloudEni eni, List<String> found) {
        var limits = instance.limits();
        var v4 = eni.places(IpFamily.V4);
        var v6 = eni.places(IpFamily.V6);
        if (v4 > limits.ipv4PerEni() || v6 > limits.ipv6PerEni()) {
            found.add("%s of %s has %d IPv4 and %d IPv6 addresses and may have %d and %d"
                    .formatted(eni.id(), instance.id(), v4, v6, limits.ipv4PerEni(), limits.ipv6PerEni()));
        }
    }
}
