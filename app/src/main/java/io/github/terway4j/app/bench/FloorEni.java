package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.datapath.Datapath;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.IpvlanL2;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.TrunkTag;
import io.github.terway4j.domain.datapath.TrunkVlan;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the floor's pods have in the place of an ENI: on the stage, ENIs are ends of veth pairs, too. Where pods share one, it
 * is prepared as the product prepares an ENI, once and beside the measurement; its addresses are those that the floor knows.
 */
final class FloorEni {
    static final LinkName LINK = new LinkName("floor-eni");
    static final Mtu MTU = new Mtu(1500);

    /** No device of the stage comes that far, so its table and its slave are nobody else's. */
    private static final int INDEX = 7000;

    static final LinkName HOST_SLAVE = new LinkName("ipvl_" + INDEX);

    private static final LinkName FAR = new LinkName("floor-far");
    private static final Mac MAC = Mac.local(2);
    private static final DualStack<Ip> GATEWAYS =
            DualStack.ofIps(List.of(Ip.parse("203.0.113.253"), Ip.parse("fe80::fd")));
    private static final DualStack<Ip> HOST_ADDRESSES =
            DualStack.ofIps(List.of(Ip.parse("192.0.2.1"), Ip.parse("2001:db8::1")));
    private static final List<Cidr> BY_HOST = List.of(Cidr.parse("198.51.100.0/24"), Cidr.parse("2001:db8:51::/64"));

    private FloorEni() {}

    /** In the node's namespace, with which it goes. */
    static void lay(LinuxStage stage, StageNode node, WiringMode mode) {
        switch (mode) {
            case VETH, VPC -> {}
            case WHOLE_ENI -> make(stage, cable(node));
            case IPVLAN -> prepared(stage, node, new IpvlanL2());
            case MEMBER_VLAN -> prepared(stage, node, new TrunkVlan());
            case MEMBER_FILTER -> prepared(stage, node, new TrunkTag());
        }
    }

    private static List<KernelObject> cable(StageNode node) {
        var host = node.netns();
        return List.of(
                new KernelObject.VethPair(host, FAR, Mac.local(1), host, LINK, MAC, MTU, ""),
                new KernelObject.LinkUp(host, FAR));
    }

    private static void prepared(LinuxStage stage, StageNode node, Datapath datapath) {
        var eni =
                new EniWiring(node.netns(), LINK, INDEX, GATEWAYS, HOST_ADDRESSES, MTU, MAC, Optional.empty(), BY_HOST);
        var wanted = new ArrayList<>(cable(node));
        wanted.addAll(datapath.eni(eni).wanted());
        make(stage, wanted);
    }

    private static void make(LinuxStage stage, List<KernelObject> wanted) {
        var outcome = stage.kernel()
                .apply(wanted.stream().<KernelStep>map(KernelStep.Make::new).toList());
        if (!(outcome instanceof KernelOutcome.Applied)) {
            throw new IllegalStateException("the floor's ENI could not be made: " + outcome);
        }
    }
}
