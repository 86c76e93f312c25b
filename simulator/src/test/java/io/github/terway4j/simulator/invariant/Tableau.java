package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.VethNames;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two nodes, seen by one invariant: what a test tells of them is looked at at once. */
final class Tableau {
    static final String ONE = "node-1";
    static final String TWO = "node-2";
    static final Ip ADDRESS = Ip.parse("10.1.0.9");

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final LinkName ETH0 = new LinkName("eth0");

    private final Picture picture = new Picture();
    /** An ENI of the first node, of which others are made. */
    private final CloudEni model;
    /** How ENIs of the second node are attached. */
    private final EniAttachment there;

    private final Watch watch;
    private Instant now = BEGINNING;

    Tableau(Invariant invariant) {
        var scene = CloudScene.of(new SimulatedCloud(1, () -> now, EniTemper.CALM), "ecs.g7.large", 2);
        picture.add(ONE, scene.instances().get(0));
        picture.add(TWO, scene.instances().get(1));
        model = scene.cloud().eni(scene.instances().getFirst().primaryEni()).orElseThrow();
        there = scene.cloud()
                .eni(scene.instances().getLast().primaryEni())
                .flatMap(CloudEni::attachment)
                .orElseThrow();
        watch = new Watch(() -> now, picture, List.of(invariant));
    }

    void happens(Change... changes) {
        Stream.of(changes).forEach(watch::hear);
        watch.look();
    }

    void passes(Duration length) {
        now = now.plus(length);
        watch.look();
    }

    static AttachmentKey key(String pod) {
        return new AttachmentKey("sandbox-of-" + pod, ETH0);
    }

    static PodRef pod(String name) {
        return new PodRef("default", name);
    }

    Lease lease(String pod, Ip... addresses) {
        return new Lease(key(pod), pod(pod), new EniId("eni-1"), DualStack.ofIps(List.of(addresses)), now);
    }

    Change leased(String node, String pod) {
        return new Change.LeaseWritten(node, lease(pod, ADDRESS));
    }

    Change erased(String node, String pod) {
        return new Change.LeaseErased(node, lease(pod, ADDRESS));
    }

    static Change connected(String node, String pod) {
        return new Change.PodConnected(node, pod(pod), key(pod), DualStack.v4(ADDRESS));
    }

    static Change ending(String node, String pod) {
        return new Change.PodEnding(node, key(pod));
    }

    static Change routed(String node, String pod) {
        var route = new KernelObject.Route(
                host(node),
                RouteTables.MAIN,
                Cidr.host(ADDRESS),
                new NextHop.Direct(VethNames.hostEnd(pod(pod), ETH0)),
                Ownership.PROTOCOL);
        return new Change.KernelStepped(node, new KernelStep.Make(route));
    }

    /** A rule about what comes from the address. */
    static Change ruledFrom(String node) {
        return ruled(node, VethPolicyRoute.FROM_POD_PRIORITY, RuleSelector.from(Cidr.host(ADDRESS)));
    }

    /** A rule about what is for the address. */
    static Change ruledTo(String node) {
        return ruled(node, VethPolicyRoute.TO_POD_PRIORITY, RuleSelector.to(Cidr.host(ADDRESS)));
    }

    private static Change ruled(String node, int priority, RuleSelector selector) {
        return new Change.KernelStepped(
                node,
                new KernelStep.Make(new KernelObject.Rule(
                        host(node), priority, selector, new RuleAction.Lookup(RouteTables.MAIN), Ownership.PROTOCOL)));
    }

    /** What was made is removed. */
    static Change removed(Change made) {
        return made instanceof Change.KernelStepped(var node, KernelStep.Make(var object))
                ? new Change.KernelStepped(node, new KernelStep.Remove(object))
                : made;
    }

    static Change linked(String node, String pod) {
        return new Change.KernelStepped(
                node,
                new KernelStep.Make(new KernelObject.VethPair(
                        host(node),
                        VethNames.hostEnd(pod(pod), ETH0),
                        new Mac(2),
                        new NetNs("/run/netns/" + pod),
                        ETH0,
                        new Mac(4),
                        new Mtu(1500),
                        Ownership.alias(key(pod)))));
    }

    static Change retired(String node, String pod) {
        return new Change.KernelStepped(
                node, new KernelStep.Retire(host(node), VethNames.hostEnd(pod(pod), ETH0), Ownership.alias(key(pod))));
    }

    static Change reaped(String node) {
        return new Change.KernelStepped(node, new KernelStep.ReapRetired(host(node)));
    }

    /** The ENI that leases are of, on the first node. */
    CloudEni eni(EniStatus status, Ip... addresses) {
        return eni("eni-1", status, addresses);
    }

    /** An ENI in use on the second node. */
    CloudEni another(Ip... addresses) {
        return eni("eni-2", EniStatus.IN_USE, addresses).attached(there);
    }

    CloudEni eni(String id, EniStatus status, Ip... addresses) {
        var eni = new Eni(
                new EniId(id), new Mac(6), EniKind.SECONDARY, status, new VSwitchId("vsw-1"), List.of(addresses));
        return new CloudEni(
                eni,
                model.vpc(),
                model.zone(),
                model.traffic(),
                model.label(),
                model.settings(),
                List.of(),
                status == EniStatus.AVAILABLE ? Optional.empty() : model.attachment(),
                List.of(),
                BEGINNING);
    }

    static Change changed(CloudEni before, CloudEni after, Change.By by) {
        return new Change.EniChanged(Optional.of(before), Optional.of(after), by);
    }

    static Change appeared(CloudEni eni) {
        return new Change.EniChanged(Optional.empty(), Optional.of(eni), Change.By.US);
    }

    private static NetNs host(String node) {
        return new NetNs("/run/netns/" + node);
    }
}
