package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Addresses;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One pod on one ENI that people can follow, and arbitrary ones. */
final class Wirings {
    static final NetNs HOST = new NetNs("/run/netns/host");
    static final NetNs POD = new NetNs("/run/netns/web");
    static final AttachmentKey SANDBOX = new AttachmentKey("sandbox-1", new LinkName("eth0"));
    static final PodRef WEB = new PodRef("default", "web");
    static final Mtu MTU = new Mtu(1500);

    private Wirings() {}

    static EniWiring eni(String gateway, String host) {
        return eni(DualStack.v4(Ip.parse(gateway)), DualStack.v4(Ip.parse(host)));
    }

    static EniWiring eni(DualStack<Ip> gateways, DualStack<Ip> hosts) {
        return new EniWiring(HOST, new LinkName("eth1"), 3, gateways, hosts, MTU);
    }

    static PodWiring web(BandwidthLimit bandwidth, String... ips) {
        var addresses = DualStack.ofIps(List.of(ips).stream().map(Ip::parse).toList());
        return new PodWiring(SANDBOX, WEB, POD, addresses, MTU, bandwidth);
    }

    static Arbitrary<AttachmentKey> attachments() {
        var ids = Arbitraries.strings()
                .withChars("abcdef0123456789_.-")
                .ofMinLength(0)
                .ofMaxLength(63)
                .map(rest -> "c" + rest);
        var links = Arbitraries.of("eth0", "eth1", "net.7").map(LinkName::new);
        return Combinators.combine(ids, links).as(AttachmentKey::new);
    }

    static Arbitrary<PodWiring> pods() {
        return Combinators.combine(attachments(), names(), names(), stacks(), limits())
                .as((key, namespace, name, addresses, limit) ->
                        new PodWiring(key, new PodRef(namespace, name), POD, addresses, MTU, limit))
                .withoutEdgeCases();
    }

    /** ENI and pod, as one plan. */
    static Arbitrary<DatapathPlan> plans() {
        return Combinators.combine(
                        pods(), both(), both(), Arbitraries.integers().between(1, 500))
                .as((pod, gateways, hosts, index) -> {
                    var families = pod.addresses().families();
                    var eni = new EniWiring(
                            HOST,
                            new LinkName("eth1"),
                            index,
                            gateways.only(families).orElseThrow(),
                            hosts.only(families).orElseThrow(),
                            MTU);
                    return together(eni, pod);
                })
                .withoutEdgeCases();
    }

    /** A line for each object, with where it is. */
    static String told(DatapathPlan plan) {
        var told = new StringBuilder();
        for (var object : plan.wanted()) {
            told.append(object.ns().equals(HOST) ? "host  " : "pod   ")
                    .append(object.words())
                    .append('\n');
        }
        return told.toString();
    }

    static DatapathPlan together(EniWiring eni, PodWiring pod) {
        return new DatapathPlan(Stream.of(new VethPolicyRoute().eni(eni), new VethPolicyRoute().pod(pod, eni))
                .flatMap(plan -> plan.wanted().stream())
                .toList());
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(40);
    }

    private static Arbitrary<DualStack<Ip>> stacks() {
        var families = Arbitraries.of(List.of(IpFamily.V4), List.of(IpFamily.V6), List.of(IpFamily.V4, IpFamily.V6));
        return Combinators.combine(both(), families)
                .as((both, wanted) -> both.only(wanted).orElseThrow());
    }

    private static Arbitrary<DualStack<Ip>> both() {
        return Combinators.combine(Addresses.ips(IpFamily.V4), Addresses.ips(IpFamily.V6))
                .as(DualStack::both);
    }

    private static Arbitrary<BandwidthLimit> limits() {
        var rates = Arbitraries.oneOf(
                Arbitraries.just(Rate.UNLIMITED),
                Arbitraries.longs().between(1, 4_000_000_000L).map(Rate::new));
        return Combinators.combine(rates, rates).as(BandwidthLimit::new);
    }
}
