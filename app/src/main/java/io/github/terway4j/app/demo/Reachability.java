package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Starts three pods on two nodes and tries every way in both families, with an eye on whom the one that answers sees, and
 * on which cables of the VPC carry requests and replies. The VPC drops what comes from a false source.
 */
public final class Reachability {
    private static final int KIBIBYTES_64 = 1 << 16;
    private static final LinkName LOOPBACK = new LinkName("lo");

    /** As kube-proxy's IPVS binds them: the node answers for a service's address. */
    private static final DualStack<Ip> SERVICE = DualStack.both(Ip.parse("10.96.0.10"), Ip.parse("fd00:96::10"));

    /** Of a service whose only pod is the one that asks. */
    private static final DualStack<Ip> HAIRPIN = DualStack.both(Ip.parse("10.96.0.11"), Ip.parse("fd00:96::11"));

    /** Of nobody in the VPC (RFC 5737, RFC 3849). */
    private static final DualStack<Ip> STRANGER = DualStack.both(Ip.parse("203.0.113.7"), Ip.parse("2001:db8:113::7"));

    private final Stage stage;
    private final WiringMode mode;
    private final List<Placed> pods = new ArrayList<>();
    private List<Link> ends = List.of();

    /** On a stage with two nodes at least, whose agents run in that mode. */
    public Reachability(Stage stage, WiringMode mode) {
        this.stage = stage;
        this.mode = mode;
    }

    /** Leaves no pod behind. */
    public List<Finding> tell() {
        var lacking = mode.obstacle(stage);
        return lacking.isEmpty() ? tryAll() : findings((_, _) -> new Finding.Result.NotHere(lacking.get()));
    }

    private List<Finding> findings(BiFunction<Way, IpFamily, Finding.Result> results) {
        var findings = new ArrayList<Finding>();
        for (var way : Way.values()) {
            for (var family : IpFamily.values()) {
                findings.add(new Finding(mode, way, family, stage.kernelName(), results.apply(way, family)));
            }
        }
        return findings;
    }

    private List<Finding> tryAll() {
        var first = stage.nodes().getFirst();
        start("web", first);
        start("db", first);
        start("cache", stage.nodes().get(1));
        apply(KernelStep.Make::new, STRANGER, stage.outside());
        ends = cables();
        var findings = findings(this::result);
        pods.forEach(pod -> {
            stage.call("DEL", pod.sandbox());
            stage.endPod(pod.sandbox());
        });
        return findings;
    }

    private List<Link> cables() {
        if (stage.kernel().observe(stage.outside(), List.of()) instanceof Observation.Seen(var state)) {
            return state.links();
        }
        throw new IllegalStateException("what plays the VPC cannot be read");
    }

    private void start(String name, StageNode node) {
        var sandbox = stage.startPod(node, name);
        var answer = stage.call("ADD", sandbox);
        if (!answer.succeeded()) {
            throw new IllegalStateException("%s got no network: %s".formatted(name, answer.error()));
        }
        pods.add(Placed.of(sandbox, answer));
    }

    private void apply(Function<KernelObject, KernelStep> how, DualStack<Ip> addresses, NetNs ns) {
        for (var ip : addresses.all()) {
            var step = how.apply(new KernelObject.Address(ns, LOOPBACK, InterfaceAddress.host(ip)));
            if (!(stage.kernel().apply(List.of(step)) instanceof KernelOutcome.Applied)) {
                throw new IllegalStateException("could not " + step.words());
            }
        }
    }

    private Finding.Result result(Way way, IpFamily family) {
        if ((way == Way.SERVICE || way == Way.HAIRPIN) && !mode.passesHost()) {
            return new Finding.Result.NotHere("such a pod passes its node's stack by");
        }
        return switch (way) {
            case HAIRPIN -> {
                var pod = pods.getFirst();
                yield stage.translate(pod.sandbox().node(), of(HAIRPIN, family), pod.address(family))
                        .<Finding.Result>map(Finding.Result.NotHere::new)
                        .orElseGet(() -> tried(way, family));
            }
            case SERVICE -> {
                // For no longer than this: a node takes any address of its loopback for its own when it asks somebody.
                var node = stage.nodes().getFirst().netns();
                apply(KernelStep.Make::new, SERVICE, node);
                var result = tried(way, family);
                apply(KernelStep.Remove::new, SERVICE, node);
                yield result;
            }
            case SAME_NODE,
                    OTHER_NODE,
                    OWN_NODE,
                    FROM_OWN_NODE,
                    NEXT_NODE,
                    FROM_NEXT_NODE,
                    ITSELF,
                    OUTSIDE,
                    FROM_OUTSIDE -> tried(way, family);
        };
    }

    private Finding.Result tried(Way way, IpFamily family) {
        return tries(way, family).stream()
                .map(one -> objection(one, way, family))
                .filter(objection -> !objection.isEmpty())
                .<Finding.Result>map(Finding.Result.Wrong::new)
                .findFirst()
                .orElseGet(Finding.Result.Found::new);
    }

    /** @param asking whose address the one that answers should see */
    private record Try(NetNs from, NetNs to, Ip address, Optional<Ip> asking) {}

    private List<Try> tries(Way way, IpFamily family) {
        var web = pods.get(0);
        var own = stage.nodes().get(0);
        var next = stage.nodes().get(1);
        return switch (way) {
            case SAME_NODE -> both(web, pods.get(1), family);
            case OTHER_NODE -> both(web, pods.get(2), family);
            case OWN_NODE -> List.of(fromPod(web, own.netns(), of(own.addresses(), family), family));
            case FROM_OWN_NODE -> List.of(fromNode(own, web, family));
            case NEXT_NODE -> List.of(fromPod(web, next.netns(), of(next.addresses(), family), family));
            case FROM_NEXT_NODE -> List.of(fromNode(next, web, family));
            case SERVICE -> List.of(fromPod(web, own.netns(), of(SERVICE, family), family));
            case HAIRPIN ->
                List.of(new Try(
                        netns(web),
                        netns(web),
                        of(HAIRPIN, family),
                        own.addresses().get(family)));
            case ITSELF -> List.of(fromPod(web, netns(web), web.address(family), family));
            case OUTSIDE -> List.of(fromPod(web, stage.outside(), of(STRANGER, family), family));
            case FROM_OUTSIDE -> List.of(new Try(stage.outside(), netns(web), web.address(family), Optional.empty()));
        };
    }

    private static List<Try> both(Placed one, Placed other, IpFamily family) {
        return List.of(
                fromPod(one, netns(other), other.address(family), family),
                fromPod(other, netns(one), one.address(family), family));
    }

    private static Try fromPod(Placed pod, NetNs to, Ip address, IpFamily family) {
        return new Try(netns(pod), to, address, Optional.of(pod.address(family)));
    }

    private static Try fromNode(StageNode node, Placed pod, IpFamily family) {
        return new Try(
                node.netns(), netns(pod), pod.address(family), node.addresses().get(family));
    }

    /** What speaks against it; nothing if it went as it should. */
    private String objection(Try one, Way way, IpFamily family) {
        var seen = stage.watchedTraffic().watch(one.from(), one.to(), one.address(), KIBIBYTES_64, stage.outside());
        return switch (seen) {
            case Sighting.Lost(var words) -> words.isEmpty() ? "lost" : words;
            case Sighting.Arrived(var source, var carried) -> {
                var wrongSource = one.asking().filter(asking -> !asking.equals(source));
                if (wrongSource.isPresent()) {
                    yield "it came from %s and not from %s".formatted(source, wrongSource.get());
                }
                yield crooked(carried, way, family);
            }
        };
    }

    /** Of each cable is looked whether it took bytes one way and not the other. */
    private String crooked(SortedMap<LinkName, Sighting.Carried> carried, Way way, IpFamily family) {
        for (var cable : carried.entrySet()) {
            boolean in = cable.getValue().in() >= KIBIBYTES_64;
            boolean out = cable.getValue().out() >= KIBIBYTES_64;
            if (in != out) {
                return "replies took another way: the VPC's %s carried %s".formatted(cable.getKey(), cable.getValue());
            }
        }
        var own = cableOf(pods.getFirst(), family);
        return way.throughVpc()
                        && carried.getOrDefault(own, Sighting.Carried.NOTHING).in() < KIBIBYTES_64
                ? "it did not pass the VPC's %s, behind which the pod's ENI is".formatted(own)
                : "";
    }

    /** The VPC's end of the cable to the ENI by which the pod's traffic should go. */
    private LinkName cableOf(Placed pod, IpFamily family) {
        var carries = mode == WiringMode.VPC ? of(pod.sandbox().node().addresses(), family) : pod.address(family);
        var eni = stage.eniOf(carries).text();
        return ends.stream()
                .filter(link -> link.alias().equals(eni))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cable leads to " + eni))
                .name();
    }

    private static NetNs netns(Placed pod) {
        return pod.sandbox().netns();
    }

    private static Ip of(DualStack<Ip> addresses, IpFamily family) {
        return addresses.get(family).orElseThrow();
    }
}
