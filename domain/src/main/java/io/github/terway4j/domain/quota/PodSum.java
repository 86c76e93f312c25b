package io.github.terway4j.domain.quota;

import java.util.List;
import java.util.Locale;

/**
 * How many pods one way of giving addresses makes of a node, and the sum as a person would write it down, each limit by
 * its name. The ways exclude each other or share the same ENIs: their numbers do not add up.
 *
 * @param way as it is called in the documentation
 * @param words how the number comes about, or why it is none
 */
public record PodSum(String way, int pods, String words) {
    /** Every way, for a node whose ENIs are for this. */
    public static List<PodSum> of(Capacity capacity, Flavor flavor) {
        return List.of(
                shared(capacity, flavor),
                prefix(capacity, flavor),
                exclusive(capacity),
                trunk(capacity),
                rdma(capacity, flavor));
    }

    private static PodSum shared(Capacity capacity, Flavor flavor) {
        var each = capacity.limits().ipv4PerEni();
        return new PodSum(
                "shared",
                Math.multiplyExact(flavor.standard(), each),
                "%s × %d addresses".formatted(enis(capacity, flavor), each));
    }

    private static PodSum prefix(Capacity capacity, Flavor flavor) {
        var places = capacity.limits().ipv4PerEni();
        return new PodSum(
                "prefix",
                Math.multiplyExact(Math.multiplyExact(flavor.standard(), places - 1), 16),
                "%s × (%d places - 1 for the ENI's own address) × 16 addresses of a prefix"
                        .formatted(enis(capacity, flavor), places));
    }

    private static PodSum exclusive(Capacity capacity) {
        return new PodSum(
                "exclusive",
                capacity.exclusivePods(),
                "%d ENIs - 1 of the node itself".formatted(capacity.limits().enis()));
    }

    private static PodSum trunk(Capacity capacity) {
        var limits = capacity.limits();
        return new PodSum(
                "trunk",
                capacity.memberPods(),
                capacity.hasTrunk()
                        ? "%d ENIs with members - %d of the instance itself"
                                .formatted(limits.totalEnis(), limits.enis())
                        : "the type has no trunk");
    }

    private static PodSum rdma(Capacity capacity, Flavor flavor) {
        var limits = capacity.limits();
        var pods = Math.multiplyExact(flavor.rdma(), limits.ipv4PerEni());
        if (pods > 0) {
            return new PodSum(
                    "rdma", pods, "%d ENIs for RDMA × %d addresses".formatted(flavor.rdma(), limits.ipv4PerEni()));
        }
        var why = limits.erdmaEnis() == 0
                ? "the type has no RDMA"
                : capacity.erdmaEnis() == 0
                        ? "none of %d ENIs can be spared for RDMA".formatted(limits.enis())
                        : "enable_erdma is not true, else %d".formatted(capacity.erdmaPods());
        return new PodSum("rdma", 0, why);
    }

    /** Which ENIs pods share. */
    private static String enis(Capacity capacity, Flavor flavor) {
        var cap = capacity.cap();
        var all = capacity.limits().enis();
        var own = "%d ENIs - 1 of the node itself".formatted(all);
        if (cap.ratio() != 1 || cap.shift() != 0) {
            own = String.format(
                    Locale.ROOT,
                    "%d ENIs × eni_cap_ratio %s + eni_cap_shift %d - 1 of the node itself",
                    all,
                    cap.ratio(),
                    cap.shift());
        }
        if (cap.most() < all - 1) {
            own += ", at most max_eni %d".formatted(cap.most());
        }
        if (flavor.rdma() > 0) {
            own += " - %d for RDMA".formatted(flavor.rdma());
        }
        return "(%s = %d)".formatted(own, flavor.standard());
    }
}
