package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.RdmaHintsContract;
import io.github.terway4j.ports.out.HintOutcome;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.RdmaHints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real table of SMC, and an RDMA device that the kernel plays on ordinary hardware (rdma_rxe). */
@NeedsKernel({"hardware", "smc"})
final class SmcHintsTest implements RdmaHintsContract {
    private static final String PREFIX = "tw4j-smc-" + ProcessHandle.current().pid() + "-";
    private static final NetNs FIRST = new NetNs("/proc/1/ns/net");
    private static final LinkName SPARE = new LinkName("spare0");
    private static final String DEVICE = "tw4j_rxe0";

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NetlinkKernel kernel = new NetlinkKernel();
    private final SmcHints hints = new SmcHints();

    @BeforeEach
    void plug_in() {
        run("ip", "link", "set", "spare0", "up");
        run("rdma", "link", "add", DEVICE, "type", "rxe", "netdev", "spare0");
    }

    @AfterEach
    void remove() {
        run("rdma", "link", "delete", DEVICE);
        run("ip", "link", "set", "spare0", "down");
        namespaces.named(PREFIX).forEach(namespaces::delete);
        entries(FIRST)
                .forEach(entry -> in(FIRST, table -> {
                    table.remove(entry.network());
                    return true;
                }));
        kernel.close();
    }

    @Override
    public RdmaHints hints() {
        return hints;
    }

    @Override
    public NetNs host() {
        return FIRST;
    }

    @Override
    public Mac hardware() {
        return kernel.observe(FIRST, List.of()) instanceof Observation.Seen(var state)
                ? state.link(SPARE).orElseThrow().mac()
                : new Mac(0);
    }

    @Override
    public String device() {
        return DEVICE;
    }

    @Override
    public NetNs pod() {
        var pod = namespaces.create(PREFIX + "pod");
        var pair = new KernelObject.VethPair(
                pod, ETH0, Mac.local(1), pod, new LinkName("far"), Mac.local(2), new Mtu(1500), "");
        assertEquals(new KernelOutcome.Applied(), kernel.apply(List.of(new KernelStep.Make(pair))));
        return pod;
    }

    @Override
    public Optional<String> hinted(NetNs ns, LinkName link) {
        return entries(ns).stream()
                .filter(entry -> entry.link().equals(link.text()))
                .flatMap(joined -> entries(FIRST).stream()
                        .filter(entry -> entry.network().equals(joined.network()))
                        .map(PnetEntry::device)
                        .filter(device -> !device.isEmpty()))
                .findFirst();
    }

    @Override
    public void end(NetNs pod) {
        namespaces.delete(pod);
    }

    @Test
    void a_device_that_somebody_has_put_on_a_network_stays_there_and_pods_join_it() {
        in(FIRST, table -> {
            table.addDevice("OPERATORS", DEVICE);
            return true;
        });
        var pod = pod();
        assertEquals(new HintOutcome.Given(DEVICE), hints.give(FIRST, hardware(), pod, ETH0));
        assertEquals(List.of(new PnetEntry("OPERATORS", "eth0", "")), entries(pod));
        assertEquals(List.of(new PnetEntry("OPERATORS", "", DEVICE)), entries(FIRST));
    }

    @Test
    void what_earlier_hardware_left_makes_way() {
        in(FIRST, table -> {
            table.addDevice("T4J00163EFFFFFF", DEVICE);
            return true;
        });
        var pod = pod();
        assertEquals(new HintOutcome.Given(DEVICE), hints.give(FIRST, hardware(), pod, ETH0));
        assertEquals(1, entries(FIRST).size());
        assertEquals(Optional.of(DEVICE), hinted(pod, ETH0));
    }

    private static List<PnetEntry> entries(NetNs ns) {
        return in(ns, PnetTable::entries);
    }

    private static <T> T in(NetNs ns, Function<PnetTable, T> work) {
        return NamespaceVisitor.in(ns, () -> {
            try (var socket = NetlinkSocket.open(NetlinkSocket.NETLINK_GENERIC)) {
                return work.apply(PnetTable.by(socket).orElseThrow());
            }
        });
    }

    /** In the first of all namespaces, where hardware is. */
    private static void run(String... command) {
        var line = new ArrayList<>(List.of("nsenter", "--net=" + FIRST.path()));
        line.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), () -> line + ": " + said);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(line.toString(), failure);
        }
    }
}
