package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.Datapath;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NodeWiring;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Waits;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pool.EniClaim;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolRules;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import io.github.terway4j.ports.out.NodeFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stays the same while the agent runs: where it runs and what its configuration made of that.
 *
 * @param vSwitches where ENIs may be born
 * @param eniTags written on every ENI that we make
 * @param claim which ENIs are ours
 * @param eniMtu of ENI devices
 * @param syncPeriod how long the pool is left alone when nothing asks for it
 * @param unfulfilled what the configuration wishes and this machine cannot have, a sentence each
 * @param families what every pod gets an address of
 * @param mode where pods' addresses come from
 * @param wiring what the operator has to say on how pods are wired
 * @param waits how patiently the pool looks for what is on its way, and tries again what failed
 */
public record Node(
        NetNs host,
        NodeFacts facts,
        PoolRules rules,
        PoolLimits limits,
        List<VSwitchId> vSwitches,
        VSwitchChoice vSwitchChoice,
        Map<String, String> eniTags,
        EniClaim claim,
        Mtu eniMtu,
        Duration syncPeriod,
        List<String> unfulfilled,
        Waits waits,
        List<IpFamily> families,
        DaemonMode mode,
        NodeWiring wiring) {
    public Node {
        vSwitches = List.copyOf(vSwitches);
        eniTags = new TreeMap<>(eniTags);
        unfulfilled = List.copyOf(unfulfilled);
        families = List.copyOf(families);
    }

    /** One as patient as usual, with pods on shared ENIs, whose ENIs are those that were made by us, and that has all that is wished. */
    public Node(
            NetNs host,
            NodeFacts facts,
            PoolRules rules,
            PoolLimits limits,
            List<VSwitchId> vSwitches,
            VSwitchChoice vSwitchChoice,
            Map<String, String> eniTags,
            Mtu eniMtu,
            Duration syncPeriod) {
        this(
                host,
                facts,
                rules,
                limits,
                vSwitches,
                vSwitchChoice,
                eniTags,
                new EniClaim(facts.instance(), facts.hostAddresses().all()),
                eniMtu,
                syncPeriod,
                List.of(),
                Waits.USUAL,
                limits.families(),
                DaemonMode.ENI_MULTI_IP,
                NodeWiring.BY_VETH);
    }

    /** The same, with pods wired so. */
    public Node by(NodeWiring other) {
        return new Node(
                host,
                facts,
                rules,
                limits,
                vSwitches,
                vSwitchChoice,
                eniTags,
                claim,
                eniMtu,
                syncPeriod,
                unfulfilled,
                waits,
                families,
                mode,
                other);
    }

    /** The same in another mode. */
    public Node in(DaemonMode other) {
        return new Node(
                host,
                facts,
                rules,
                limits,
                vSwitches,
                vSwitchChoice,
                eniTags,
                claim,
                eniMtu,
                syncPeriod,
                unfulfilled,
                waits,
                families,
                other,
                wiring);
    }

    /** Secondary ENIs that the instance can have beside so many that are not ours. */
    PoolLimits limitsBeside(int others) {
        return limits.atMost(facts.limits().enis() - 1 - others);
    }

    /** By which way pods are wired that get an address now. */
    public Datapath datapath() {
        return mode.datapath(wiring.type());
    }

    /** The same for pods that ask this of their ENI. */
    public Datapath datapath(EniWish wish) {
        return switch (wish) {
            case ANY, RDMA -> datapath();
            case MEMBER -> wiring.members().datapath().datapath();
            case WHOLE -> DatapathKind.EXCLUSIVE_ENI.datapath();
        };
    }

    /** Every way by which pods are wired now. */
    List<DatapathKind> wirings() {
        return Stream.of(EniWish.values())
                .filter(wish -> wish != EniWish.MEMBER || limits.members().most() > 0)
                .map(wish -> datapath(wish).kind())
                .distinct()
                .toList();
    }

    /** What a pod that asks for some asks of its ENI here. */
    EniWish wish(DeviceResource resource) {
        return understood(resource.wish());
    }

    /** What the wish comes down to on this node. */
    EniWish understood(EniWish wish) {
        // Each pod has a whole one there.
        return wish == EniWish.WHOLE && mode == DaemonMode.ENI_ONLY ? EniWish.ANY : wish;
    }

    /** Of how many of these the instance type and the configuration let the kubelet be told. */
    public int most(DeviceResource resource) {
        return switch (mode) {
            case ENI_MULTI_IP ->
                switch (resource) {
                    // The others are shared here.
                    case ENI -> limits.mostWhole();
                    case MEMBER_ENI -> limits.members().most();
                    // As Terway, also where they take prefixes.
                    case ERDMA -> limits.otherEnis() * facts.limits().ipv4PerEni();
                };
            case ENI_ONLY -> resource == DeviceResource.ENI ? limits.capacity() : 0;
            case VPC -> 0;
        };
    }

    /** The same with other limits. */
    public Node within(PoolLimits others) {
        return new Node(
                host,
                facts,
                rules,
                others,
                vSwitches,
                vSwitchChoice,
                eniTags,
                claim,
                eniMtu,
                syncPeriod,
                unfulfilled,
                waits,
                families,
                mode,
                wiring);
    }

    /** The node's own addresses, of the families that pods get. */
    DualStack<Ip> hostAddresses() {
        return facts.hostAddresses()
                .only(families())
                .orElseThrow(() -> new IllegalStateException(
                        "the node has only %s, but pods shall get %s".formatted(facts.hostAddresses(), families())));
    }
}
