package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cluster.RunningPod;
import java.util.List;
import java.util.Optional;

/** What becomes of ENIs that pods have for themselves, seen from outside. */
final class WholeEnis {
    static final LinkName IN_POD = new LinkName("eth0");

    private WholeEnis() {}

    /** The node's devices of ENIs that pods may have, each as a node has it that lends none: clean, and under its own name. */
    static List<String> atHome(Bench bench) {
        return bench.seen(bench.host).links().stream()
                .filter(link -> !link.name().text().equals("lo"))
                .filter(link -> macs(bench).contains(link.mac().toString()))
                .map(WholeEnis::words)
                .sorted()
                .toList();
    }

    private static List<String> macs(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .map(CloudEni::eni)
                .filter(eni -> eni.kind() != EniKind.PRIMARY)
                .map(eni -> eni.mac().toString())
                .toList();
    }

    static String words(Link link) {
        return "%s %s%s%s"
                .formatted(
                        link.name(),
                        link.mac(),
                        link.up() ? " up" : "",
                        link.alias().isEmpty() ? "" : " " + link.alias());
    }

    static Optional<Link> inPod(Bench bench, NetNs sandbox) {
        return bench.seen(sandbox).link(IN_POD);
    }

    /** As before any pod came: all devices are here, with nothing on them; and no trace of an attachment is left. */
    static void allHome(Bench bench, List<String> before, String when) {
        assertEquals(before, atHome(bench), when);
        var host = bench.seen(bench.host);
        var addresses = host.addresses().stream()
                .filter(address -> host.link(address.link())
                        .filter(link -> macs(bench).contains(link.mac().toString()))
                        .isPresent())
                .toList();
        assertEquals(List.of(), addresses, when);
        assertEquals(List.of(), bench.disk.leases(), when);
        assertEquals(List.of(), Traces.rules(bench), when);
        assertEquals(List.of(), Traces.routes(bench), when);
        assertEquals(List.of(), Traces.links(bench), when);
    }

    /** The runtime takes the sandbox's namespace away, before anybody else knows. */
    static void dies(Bench bench, NetNs sandbox) {
        bench.machine.namespaces().delete(sandbox);
    }

    static void sweep(Bench bench) {
        for (int round = 0; round < 2; round++) {
            bench.ask("sweep", () -> {
                bench.agent.sweeper().round();
                return true;
            });
        }
    }

    /** Its pod ends, too. */
    static void stop(Bench bench, RunningPod pod) {
        bench.cluster.stop(pod.pod());
    }
}
