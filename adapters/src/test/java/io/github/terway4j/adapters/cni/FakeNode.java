package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.datapath.PodVeth;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.in.ReportStatus;
import io.github.terway4j.ports.in.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node that answers as it is told to, and remembers what it was asked. */
final class FakeNode {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final DualStack<InterfaceAddress> V4 = DualStack.v4(InterfaceAddress.parse("10.0.1.20/24"));
    static final DualStack<InterfaceAddress> V6 = DualStack.v6(InterfaceAddress.parse("fd00::20/64"));
    static final DualStack<InterfaceAddress> DUAL =
            DualStack.both(InterfaceAddress.parse("10.0.1.20/24"), InterfaceAddress.parse("fd00::20/64"));

    final List<Object> asked = new CopyOnWriteArrayList<>();
    AttachOutcome attach = attached(V4);
    DetachOutcome detach = new DetachOutcome.Detached();
    CheckOutcome check = new CheckOutcome.AllThere();
    Told told = new Told.Nothing();
    NodeStatus status = new NodeStatus.Ready();
    List<Reservation> reservations = List.of();

    /** What GC was asked. */
    record Collected(List<AttachmentKey> valid) {}

    static AttachOutcome attached(DualStack<InterfaceAddress> addresses) {
        return new AttachOutcome.Attached(new PodNetwork(
                new LinkName("cali0123456789a"),
                Mac.parse("02:00:00:00:00:01"),
                new LinkName("eth0"),
                Mac.parse("02:00:00:00:00:02"),
                new Mtu(1500),
                new EniId("eni-1"),
                addresses,
                addresses.map(address -> PodVeth.gateway(address.family()))));
    }

    CniDeeds deeds() {
        return new CniDeeds(
                request -> answer(request, attach),
                key -> answer(key, detach),
                (request, told) -> {
                    this.told = told;
                    return answer(request, check);
                },
                valid -> answer(new Collected(List.copyOf(valid)), detach),
                new ReportStatus() {
                    @Override
                    public NodeStatus status() {
                        return answer("status", status);
                    }

                    @Override
                    public List<Reservation> reservations() {
                        return reservations;
                    }
                });
    }

    CniDoor door() {
        return new CniDoor(deeds(), InstantSource.fixed(NOW), Duration.ofSeconds(110));
    }

    private <T> T answer(Object question, T outcome) {
        asked.add(question);
        return outcome;
    }
}
