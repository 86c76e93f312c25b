package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.ArrayList;
import java.util.List;

/** Starts three pods on two nodes and tries every way in both families. The VPC drops what comes from a false source. */
public final class Reachability {
    private static final int KIBIBYTES_64 = 1 << 16;
    private static final LinkName LOOPBACK = new LinkName("lo");

    /** As kube-proxy's IPVS binds them: the node answers for a service's address. */
    private static final DualStack<Ip> SERVICE = DualStack.both(Ip.parse("10.96.0.10"), Ip.parse("fd00:96::10"));

    /** Of nobody in the VPC (RFC 5737, RFC 3849). */
    private static final DualStack<Ip> STRANGER = DualStack.both(Ip.parse("203.0.113.7"), Ip.parse("2001:db8:113::7"));

    private final Stage stage;
    private final DaemonMode mode;
    private final List<Placed> pods = new ArrayList<>();

    /** On a stage with two nodes at least, whose agents run in that mode. */
    public Reachability(Stage stage, DaemonMode mode) {
        this.stage = stage;
        this.mode = mode;
    }

    /** Leaves no pod behind. */
    public List<Finding> tell() {
        var first = stage.nodes().getFirst();
        start("web", first);
        start("db", first);
        start("cache", stage.nodes().get(1));
        answerFor(SERVICE, first.netns());
        answerFor(STRANGER, stage.outside());
        var findings = new ArrayList<Finding>();
        for (var way : Way.values()) {
            for (var family : IpFamily.values()) {
                findings.add(new Finding(mode, way, family, stage.kernelName(), objection(way, family)));
            }
        }
        pods.forEach(pod -> {
            stage.call("DEL", pod.sandbox());
            stage.endPod(pod.sandbox());
        });
        return findings;
    }

    private void start(String name, StageNode node) {
        var sandbox = stage.startPod(node, name);
        var answer = stage.call("ADD", sandbox);
        if (!answer.succeeded()) {
            throw new IllegalStateException("%s got no network: %s".formatted(name, answer.error()));
        }
        pods.add(Placed.of(sandbox, answer));
    }

    private void answerFor(DualStack<Ip> addresses, NetNs ns) {
        for (var ip : addresses.all()) {
            var step = new KernelStep.Make(new KernelObject.Address(ns, LOOPBACK, InterfaceAddress.host(ip)));
            if (!(stage.kernel().apply(List.of(step)) instanceof KernelOutcome.Applied)) {
                throw new IllegalStateException("could not " + step.words());
            }
        }
    }

    private String objection(Way way, IpFamily family) {
        var web = pods.get(0);
        return switch (way) {
            case SAME_NODE -> both(web, pods.get(1), family);
            case OTHER_NODE -> both(web, pods.get(2), family);
            case OWN_NODE -> toNode(web, stage.nodes().get(0), family);
            case FROM_OWN_NODE -> toPod(stage.nodes().get(0).netns(), web, family);
            case NEXT_NODE -> toNode(web, stage.nodes().get(1), family);
            case FROM_NEXT_NODE -> toPod(stage.nodes().get(1).netns(), web, family);
            case SERVICE -> exchange(netns(web), stage.nodes().get(0).netns(), of(SERVICE, family));
            case ITSELF -> toPod(netns(web), web, family);
            case OUTSIDE -> exchange(netns(web), stage.outside(), of(STRANGER, family));
            case FROM_OUTSIDE -> toPod(stage.outside(), web, family);
        };
    }

    private String both(Placed one, Placed other, IpFamily family) {
        var there = toPod(netns(one), other, family);
        return there.isEmpty() ? toPod(netns(other), one, family) : there;
    }

    private String toPod(NetNs from, Placed pod, IpFamily family) {
        return exchange(from, netns(pod), pod.address(family));
    }

    private String toNode(Placed pod, StageNode node, IpFamily family) {
        return exchange(netns(pod), node.netns(), of(node.addresses(), family));
    }

    private String exchange(NetNs from, NetNs to, Ip address) {
        return switch (stage.traffic().exchange(from, to, address, KIBIBYTES_64)) {
            case TrafficOutcome.Arrived() -> "";
            case TrafficOutcome.Lost(var words) -> words.isEmpty() ? "lost" : words;
        };
    }

    private static NetNs netns(Placed pod) {
        return pod.sandbox().netns();
    }

    private static Ip of(DualStack<Ip> addresses, IpFamily family) {
        return addresses.get(family).orElseThrow();
    }
}
