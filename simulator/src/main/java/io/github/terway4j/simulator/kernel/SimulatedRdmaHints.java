package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.HintOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.RdmaHints;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine's RDMA devices, and which links are on the network of which. */
public final class SimulatedRdmaHints implements RdmaHints {
    private final Namespaces namespaces;
    private final Map<Mac, String> devices = new TreeMap<>();
    private final Map<String, String> hinted = new TreeMap<>();

    public SimulatedRdmaHints(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** From now on that hardware has an RDMA device. */
    public synchronized void plugIn(Mac hardware, String device) {
        devices.put(hardware, device);
    }

    /** The device over which sockets there may speak by that link. */
    public synchronized Optional<String> hinted(NetNs ns, LinkName link) {
        return Optional.ofNullable(hinted.get(place(ns, link)));
    }

    @Override
    public synchronized HintOutcome give(NetNs host, Mac hardware, NetNs ns, LinkName link) {
        var device = devices.get(hardware);
        if (device == null) {
            return new HintOutcome.NotHere("no RDMA device belongs to " + hardware);
        }
        if (!namespaces.named("").contains(ns)) {
            return new HintOutcome.Refused("there is no namespace " + ns);
        }
        hinted.put(place(ns, link), device);
        return new HintOutcome.Given(device);
    }

    private static String place(NetNs ns, LinkName link) {
        return ns.path() + " " + link;
    }
}
