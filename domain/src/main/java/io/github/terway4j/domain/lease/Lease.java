package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.time.Instant;
import java.util.Optional;

/**
 * The right of one sandbox to its addresses, until it is taken back.
 *
 * @param addresses one of each family that the node serves, all on {@code eni}
 * @param podUid tells two pods of one name apart; empty where nobody said
 * @param workload what the pod was made by: decides at its end whether the addresses are kept, when the cluster may know
 *     the pod no more
 * @param datapath by which way the pod was wired, so that it is taken apart by the same, whatever the node's configuration
 *     says by then
 * @param terms empty of a pod that was wired before they were remembered, or whose lease was lost and rebuilt
 */
public record Lease(
        AttachmentKey key,
        PodRef pod,
        EniId eni,
        DualStack<Ip> addresses,
        Instant since,
        String podUid,
        Workload workload,
        DatapathKind datapath,
        Optional<Terms> terms) {
    /** One of whose terms nothing is known. */
    public Lease(
            AttachmentKey key,
            PodRef pod,
            EniId eni,
            DualStack<Ip> addresses,
            Instant since,
            String podUid,
            Workload workload,
            DatapathKind datapath) {
        this(key, pod, eni, addresses, since, podUid, workload, datapath, Optional.empty());
    }

    /** As they all were before there was a choice. */
    public Lease(
            AttachmentKey key,
            PodRef pod,
            EniId eni,
            DualStack<Ip> addresses,
            Instant since,
            String podUid,
            Workload workload) {
        this(key, pod, eni, addresses, since, podUid, workload, DatapathKind.VETH_POLICY_ROUTE);
    }

    /** Of a pod of which no more than the name is known. */
    public Lease(AttachmentKey key, PodRef pod, EniId eni, DualStack<Ip> addresses, Instant since) {
        this(key, pod, eni, addresses, since, "", Workload.NONE);
    }

    static Lease of(
            AttachmentKey key, PodFacts pod, EniId eni, DualStack<Ip> addresses, DatapathKind datapath, Instant since) {
        return new Lease(key, pod.pod(), eni, addresses, since, pod.uid(), pod.workload(), datapath);
    }

    /** The same lease, on these terms. */
    public Lease on(Terms other) {
        return new Lease(key, pod, eni, addresses, since, podUid, workload, datapath, Optional.of(other));
    }

    /**
     * The same addresses, now held by another sandbox of the pod. The newer lease is always the younger, even where the
     * clock was set back meanwhile, and by enough for ledgers that keep whole milliseconds.
     */
    Lease passedTo(AttachmentKey newer, PodFacts facts, Instant now) {
        var afterThis = since.plusMillis(1);
        return of(newer, facts, eni, addresses, datapath, now.isAfter(afterThis) ? now : afterThis);
    }
}
