package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.stream.Stream;

/**
 * One secondary ENI that the cloud says is ours.
 *
 * @param unheld those of its addresses that no pod holds
 */
public record Holding(Eni eni, List<Ip> unheld) {
    public Holding {
        unheld = List.copyOf(unheld);
    }

    /** Pods that hold an address of it. */
    int serving() {
        return eni.count(IpFamily.V4) - unheld(IpFamily.V4);
    }

    /** How many more pods it could serve as it is: each takes one address of every family. */
    int idle(PoolLimits limits) {
        return limits.families().stream().mapToInt(this::unheld).min().orElse(0);
    }

    /** How many more again, if it were given the addresses. */
    int room(PoolLimits limits) {
        return Math.max(0, limits.addressesPerEni() - serving() - idle(limits));
    }

    /** How many pods' worth of addresses could go without the ENI. */
    int spare(PoolLimits limits) {
        return limits.families().stream()
                .mapToInt(family -> (int) spare(family).count())
                .min()
                .orElse(0);
    }

    Stream<Ip> spare(IpFamily family) {
        return unheld.stream().filter(ip -> ip.family() == family && !ip.equals(eni.primaryAddress()));
    }

    boolean is(EniStatus status) {
        return eni.status() == status;
    }

    /** Not on its way out. */
    boolean stays() {
        return switch (eni.status()) {
            case AVAILABLE, ATTACHING, IN_USE -> true;
            case DETACHING, DELETING -> false;
        };
    }

    private int unheld(IpFamily family) {
        return (int) unheld.stream().filter(ip -> ip.family() == family).count();
    }
}
