package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.RdmaHintsContract;
import io.github.terway4j.ports.out.RdmaHints;
import java.util.Optional;

final class SimulatedRdmaHintsTest implements RdmaHintsContract {
    private final SimulatedMachine machine = new SimulatedMachine();
    private final NetNs host = machine.namespaces().create("host");
    private final SimulatedRdmaHints hints = new SimulatedRdmaHints(machine.namespaces());

    SimulatedRdmaHintsTest() {
        hints.plugIn(hardware(), device());
    }

    @Override
    public RdmaHints hints() {
        return hints;
    }

    @Override
    public NetNs host() {
        return host;
    }

    @Override
    public Mac hardware() {
        return Mac.parse("00:16:3e:00:00:01");
    }

    @Override
    public String device() {
        return "erdma_0";
    }

    @Override
    public NetNs pod() {
        return machine.namespaces().create("pod");
    }

    @Override
    public Optional<String> hinted(NetNs ns, LinkName link) {
        return hints.hinted(ns, link);
    }

    @Override
    public void end(NetNs pod) {
        machine.namespaces().delete(pod);
    }
}
