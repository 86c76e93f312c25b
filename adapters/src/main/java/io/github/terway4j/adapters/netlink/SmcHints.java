package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.HintOutcome;
import io.github.terway4j.ports.out.RdmaHints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hints by the kernel's table of physical networks. The RDMA device is on a network that is named after its hardware, unless
 * somebody has put it on another already; the pod's link is put on the same. The kernel keeps devices in the first of all
 * namespaces alone, which is where a node's hardware is.
 */
public final class SmcHints implements RdmaHints {
    /** Of names that we give, which have at most 16 digits and capital letters. */
    private static final String OURS = "T4J";

    private static final Path DEVICES = Path.of("/sys/class/infiniband");

    private final RdmaDevices devices;

    public SmcHints() {
        this(DEVICES);
    }

    SmcHints(Path devices) {
        this.devices = new RdmaDevices(devices);
    }

    @Override
    public HintOutcome give(NetNs host, Mac hardware, NetNs ns, LinkName link) {
        try {
            var device = devices.of(hardware);
            if (device.isEmpty()) {
                return new HintOutcome.NotHere("no RDMA device belongs to " + hardware);
            }
            var network = in(host, table -> networkOf(table, device.get(), hardware));
            if (network.isEmpty()
                    || in(ns, table -> join(table, network.get(), link.text())).isEmpty()) {
                return new HintOutcome.NotHere("this kernel has no SMC");
            }
            return new HintOutcome.Given(device.get());
        } catch (IOException | RuntimeException failure) {
            return new HintOutcome.Refused(String.valueOf(failure.getMessage()));
        }
    }

    private static String networkOf(PnetTable table, String device, Mac hardware) {
        var wanted = OURS + hardware.toString().replace(":", "").toUpperCase(Locale.ROOT);
        for (var entry : table.entries()) {
            if (entry.device().equals(device)) {
                if (entry.network().equals(wanted) || !entry.network().startsWith(OURS)) {
                    return entry.network();
                }
                // Of earlier hardware, whose device was called the same.
                table.remove(entry.network());
            }
        }
        table.addDevice(wanted, device);
        return wanted;
    }

    private static String join(PnetTable table, String network, String link) {
        for (var entry : table.entries()) {
            if (entry.link().equals(link)) {
                if (entry.network().equals(network)) {
                    return network;
                }
                table.remove(entry.network());
            }
        }
        table.addLink(network, link);
        return network;
    }

    /** Empty where the kernel has no such table. */
    private static <T> Optional<T> in(NetNs ns, Function<PnetTable, T> work) {
        try (var socket = NamespaceVisitor.in(ns, () -> NetlinkSocket.open(NetlinkSocket.NETLINK_GENERIC))) {
            return PnetTable.by(socket).map(work);
        }
    }
}
