package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.VethNames;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import java.util.List;

/** What attachments leave on a node. */
final class Traces {
    private Traces() {}

    static LinkName hostLink(RunningPod pod) {
        return VethNames.hostEnd(pod.pod(), pod.attachment().interfaceName());
    }

    static CheckOutcome check(Bench bench, RunningPod pod) {
        return bench.ask("CHECK", () -> bench.agent.checkAttachment().check(bench.request(pod)));
    }

    static void whole(Bench bench, RunningPod pod) {
        assertEquals(new CheckOutcome.AllThere(), check(bench, pod));
    }

    static List<AttachmentKey> onDisk(Bench bench) {
        return bench.disk.leases().stream().map(Lease::key).toList();
    }

    static List<KernelObject.Rule> rules(Bench bench) {
        return bench.seen(bench.host).rules().stream()
                .filter(rule -> rule.protocol() == Ownership.PROTOCOL)
                .toList();
    }

    static List<KernelObject.Route> routes(Bench bench) {
        return bench.seen(bench.host).routes().stream()
                .filter(route -> route.protocol() == Ownership.PROTOCOL && route.table() == RouteTables.MAIN)
                .toList();
    }

    /** Links of ours that are not condemned. */
    static List<Link> links(Bench bench) {
        return bench.seen(bench.host).links().stream()
                .filter(link -> Ownership.attachment(link.alias()).isPresent())
                .filter(link -> link.group() != Ownership.RETIRED_GROUP)
                .toList();
    }

    /** Of any attachment. */
    static void none(Bench bench) {
        assertEquals(List.of(), bench.disk.leases());
        assertEquals(List.of(), rules(bench));
        assertEquals(List.of(), routes(bench));
        assertEquals(List.of(), links(bench));
    }
}
