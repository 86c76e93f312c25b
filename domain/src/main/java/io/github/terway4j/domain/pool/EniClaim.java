package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.net.Ip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which of the ENIs that are attached to this instance, or wait for it, are ours. What is not ours is never touched: no
 * address assigned or taken, nothing detached or deleted; yet it takes a place of the instance.
 *
 * <p>An ENI is ours by what is written on it: our mark with this instance, or Terway's mark alone, as an earlier Terway
 * left it. A filter stands for both: it is how an operator hands us ENIs that others have made.
 *
 * @param host the node's own addresses
 * @param filter only ENIs with all of these are ours; none means those that were made by us
 * @param blocked ENIs with any of these are not
 * @param trunks whether trunks are
 * @param rdma whether ENIs for RDMA are that an earlier Terway left; those that we made are in any case
 */
public record EniClaim(InstanceId self, List<Ip> host, Tags filter, List<Tags> blocked, boolean trunks, boolean rdma) {
    /** Chosen: an ENI is attached some seconds after it was made, and a pod waits for minutes at most. */
    private static final Duration YOUTH = Duration.ofMinutes(10);

    /** Whatever is configured: ENIs of the RDMA controller, and those that somebody marked to be left alone. */
    public static final List<Tags> ALWAYS_BLOCKED = List.of(
            Tags.of("creator", "alibabacloud-erdma-controller"), Tags.of("terway.alibabacloud.com/excluded", "true"));

    public EniClaim {
        host = List.copyOf(host);
        blocked = List.copyOf(blocked);
    }

    /** Without a filter, and with no more blocked than always. */
    public EniClaim(InstanceId self, List<Ip> host) {
        this(self, host, Tags.NONE, ALWAYS_BLOCKED, false, false);
    }

    public Belonging of(Eni eni) {
        // The ENI with the node's own address is never ours to give, even where the cloud calls it a secondary one.
        if (eni.kind() == EniKind.PRIMARY || host.stream().anyMatch(eni.addresses()::contains)) {
            return Belonging.NODES;
        }
        var madeFor = eni.tags().get(Marks.MADE_FOR);
        if (!isOfOurKind(eni) || (eni.traits().traffic() != TrafficMode.STANDARD && !rdma && madeFor.isEmpty())) {
            return Belonging.OTHER_KIND;
        }
        if (blocked.stream().anyMatch(eni.tags()::hasAll)) {
            return Belonging.BLOCKED;
        }
        if (madeFor.isPresent() && !madeFor.get().equals(self.text())) {
            return Belonging.FOR_ANOTHER;
        }
        if (!filter.equals(Tags.NONE)) {
            return eni.tags().hasAll(filter) ? Belonging.OURS : Belonging.FILTERED_OUT;
        }
        return madeFor.isPresent() || eni.tags().hasAll(Marks.CREATOR) ? Belonging.OURS : Belonging.STRANGE;
    }

    private boolean isOfOurKind(Eni eni) {
        return switch (eni.kind()) {
            case SECONDARY -> true;
            case TRUNK -> trunks;
            // Others have members, too: Terway's controller makes them for pods of its own.
            case MEMBER -> eni.tags().hasAll(Marks.MEMBER);
            case PRIMARY -> false;
        };
    }

    /**
     * Whether the ENI was made for this instance, is attached to nothing, and is so old that whoever made it would have
     * attached it. One on which no instance is named may be anybody's.
     */
    public boolean isOrphan(Eni eni, Instant now) {
        return of(eni) == Belonging.OURS
                && eni.tags().has(Marks.MADE_FOR, self.text())
                && eni.status() == EniStatus.AVAILABLE
                && eni.traits()
                        .created()
                        .filter(made -> made.plus(YOUTH).isBefore(now))
                        .isPresent();
    }
}
