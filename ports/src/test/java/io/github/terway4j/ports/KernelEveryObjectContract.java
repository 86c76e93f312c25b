package io.github.terway4j.ports;

import static io.github.terway4j.ports.ContractWorld.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Datapath;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.ExclusiveEni;
import io.github.terway4j.domain.datapath.IpvlanL2;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.Reach;
import io.github.terway4j.domain.datapath.TrunkTag;
import io.github.terway4j.domain.datapath.TrunkVlan;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.datapath.VpcRoute;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever single thing of an attachment somebody spoils, a look tells, whichever way the pod is wired; and wiring it again
 * makes it whole. What is spoilt may take other things with it.
 */
public interface KernelEveryObjectContract extends KernelBench {
    /** Of the pod's interface among others, once it is there. */
    int SOME_INDEX = 9;

    @Test
    default void every_object_of_a_pod_by_veth_and_rules_is_missed() {
        everyObjectIsMissed(new VethPolicyRoute());
    }

    @Test
    default void every_object_of_a_pod_by_veth_and_routes_is_missed() {
        everyObjectIsMissed(new VpcRoute());
    }

    @Test
    default void every_object_of_a_pod_with_a_whole_eni_is_missed() {
        everyObjectIsMissed(new ExclusiveEni());
    }

    @Test
    default void every_object_of_a_pod_by_a_slave_is_missed() {
        needs(KernelFeature.IPVLAN);
        needs(KernelFeature.SKBEDIT);
        needs(KernelFeature.MIRRED);
        everyObjectIsMissed(new IpvlanL2());
    }

    @Test
    default void every_object_of_a_member_as_a_device_is_missed() {
        needs(KernelFeature.VLAN);
        everyObjectIsMissed(new TrunkVlan());
    }

    @Test
    default void every_object_of_a_member_by_tags_is_missed() {
        needs(KernelFeature.VLAN_ACTION);
        everyObjectIsMissed(new TrunkTag());
    }

    private void everyObjectIsMissed(Datapath datapath) {
        var host = namespace("host");
        var pod = namespace("pod");
        made(pair(host, "eth1", namespace("vpc"), "node"));
        var eni = eni(host);
        var plan = datapath.attached(wiring(pod).at(SOME_INDEX), eni);
        done(plan.steps());
        assertEquals(List.of(), missing(plan));
        int spoilt = 0;
        for (var object : plan.wanted()) {
            var harm = harm(object);
            if (harm.isPresent()) {
                spoilt++;
                done(List.of(harm.get()));
                var missing = missing(plan);
                assertTrue(missing.contains(object), () -> object.words() + " is not among " + words(missing));
                done(plan.steps());
                assertEquals(List.of(), missing(plan), object::words);
            }
        }
        // All but that links are up, which nothing of ours undoes.
        var up = plan.wanted().stream()
                .filter(object -> object instanceof KernelObject.LinkUp)
                .count();
        assertEquals(plan.wanted().size() - up, spoilt);
    }

    private static List<String> words(List<KernelObject> objects) {
        return objects.stream().map(KernelObject::words).toList();
    }

    private static Optional<KernelStep> harm(KernelObject object) {
        return switch (object) {
            case KernelObject.LinkUp _ -> Optional.empty();
            case KernelObject.LinkMtu(var ns, var link, var _) ->
                Optional.of(new KernelStep.Make(new KernelObject.LinkMtu(ns, link, new Mtu(1400))));
            case KernelObject.Sysctl(var ns, var key, var value) ->
                Optional.of(new KernelStep.Make(new KernelObject.Sysctl(ns, key, value.equals("0") ? "1" : "0")));
            case KernelObject other ->
                new DatapathPlan(List.of(other)).undo().stream().findFirst();
        };
    }

    private EniWiring eni(NetNs host) {
        var link = new LinkName("eth1");
        var device = seen(host).link(link).orElseThrow();
        return new EniWiring(
                host,
                link,
                device.index(),
                DualStack.both(Ip.parse("10.0.1.253"), Ip.parse("2001:db8:1::fffd")),
                DualStack.both(Ip.parse("10.0.0.10"), Ip.parse("2001:db8::10")),
                new Mtu(1500),
                device.mac(),
                Optional.of(new VlanId(5)),
                List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("fd00:96::/112")));
    }

    private static PodWiring wiring(NetNs pod) {
        return new PodWiring(
                new AttachmentKey("c0ffee", new LinkName("eth0")),
                new PodRef("default", "web"),
                pod,
                DualStack.both(Ip.parse("10.0.1.20"), Ip.parse("2001:db8:1::20")),
                new Mtu(1500),
                new BandwidthLimit(Rate.ofBitsPerSecond(10_000_000), Rate.ofBitsPerSecond(20_000_000)),
                new Reach(
                        List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("169.254.20.10/32")),
                        List.of(Cidr.parse("10.9.0.0/16")),
                        true,
                        true));
    }
}
