package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The wiring of a pod with an address of its node's own block: a veth pair to the host, and the host's own routes. The VPC
 * has a route for the whole block to the node, so what pods send leaves as the node's own traffic does.
 */
public record VpcRoute() implements Datapath {
    @Override
    public DatapathKind kind() {
        return DatapathKind.VPC_ROUTE;
    }

    /** Of the node's own device no more than that packets pass it: its addresses and routes are the operating system's. */
    @Override
    public DatapathPlan eni(EniWiring eni) {
        return Forwarding.links(
                eni.host(),
                List.copyOf(eni.gateways().families()),
                List.of(eni.link().text()));
    }

    @Override
    public DualStack<Ip> gateways(EniWiring eni) {
        return PodVeth.gateways(eni);
    }

    @Override
    public DatapathPlan pod(PodWiring pod, EniWiring eni) {
        var wanted = new ArrayList<>(PodVeth.pair(pod, eni.host(), pod.podMac()));
        wanted.addAll(insideHost(eni.host(), pod.hostLink(), pod.podMac(), pod.addresses()));
        return new DatapathPlan(wanted);
    }

    @Override
    public LimitPlaces limits(PodWiring pod, NetNs host) {
        return LimitPlaces.byVeth(pod, host);
    }

    @Override
    public List<KernelStep> dismantling(EniWiring eni, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var link = VethNames.hostEnd(pod, key.interfaceName());
        var inside = insideHost(eni.host(), link, VethNames.podMac(key), addresses);
        var steps = new ArrayList<>(new DatapathPlan(inside).undo());
        steps.add(new KernelStep.Retire(eni.host(), link, Ownership.alias(key)));
        return steps;
    }

    /**
     * What keeps packets for addresses of the node's blocks that no pod has from going back where they came from: the VPC
     * sends all of the block here, and the node's own way to the rest leads to the VPC. Where somebody else has a route for
     * the block, that is left alone.
     */
    public static DatapathPlan unused(KernelState host, DualStack<Cidr> blocks) {
        return new DatapathPlan(blocks.all().stream()
                .filter(block -> host.routes().stream()
                        .noneMatch(route -> route.table() == RouteTables.MAIN
                                && route.destination().equals(block)
                                && route.protocol() != Ownership.PROTOCOL))
                .<KernelObject>map(block -> new KernelObject.Route(
                        host.ns(), RouteTables.MAIN, block, new NextHop.Blackhole(), Ownership.PROTOCOL))
                .toList());
    }

    /** Nothing: no pod's wiring depends on which device the node has. */
    @Override
    public List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring eni) {
        return List.of();
    }

    private static List<KernelObject> insideHost(NetNs host, LinkName link, Mac podMac, DualStack<Ip> addresses) {
        return addresses.all().stream()
                .flatMap(ip -> PodVeth.wayTo(host, link, podMac, ip).stream())
                .toList();
    }
}
