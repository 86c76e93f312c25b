package io.github.terway4j.app.wiring;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.lease.Keeping;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pool.EniClaim;
import io.github.terway4j.domain.pool.MemberQuota;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.Flavor;
import io.github.terway4j.ports.out.NodeFacts;
import java.util.ArrayList;
import java.util.List;

/** What the operator wants, where the agent runs, and what the instance type allows, made into one. */
public final class NodeOf {
    private static final Mtu ENI_MTU = new Mtu(1500);

    private NodeOf() {}

    public static Node node(NodeConfig config, NodeFacts facts, NetNs host) {
        var capacity = new Capacity(facts.limits(), config.eni().cap());
        var portion = portion(config, facts);
        var unfulfilled = new ArrayList<String>();
        var families = families(config, capacity, portion, unfulfilled);
        var flavor = config.mode() == DaemonMode.ENI_ONLY
                ? capacity.flavor(false, false)
                : flavor(config, capacity, unfulfilled);
        var limits = config.mode() == DaemonMode.ENI_ONLY
                ? PoolLimits.ofWholeEnis(capacity.exclusivePods(), families)
                : PoolLimits.of(flavor, facts.limits().ipv4PerEni(), families)
                        .in(portion)
                        .with(members(config, capacity, flavor));
        return new Node(
                host,
                withGroups(facts, config),
                config.pool().rules(limits, config.eni().prefixes()),
                limits,
                vSwitches(config, facts),
                config.vSwitches().choice(),
                config.eni().tags(),
                claim(config, facts),
                ENI_MTU,
                config.pool().syncPeriod(),
                unfulfilled,
                config.cloud().waits(),
                config.mode() == DaemonMode.VPC ? config.families() : families,
                config.mode(),
                config.wiring().wiring(config.serviceCidrs()));
    }

    public static LeaseDesk desk(NodeConfig config, Node node) {
        return new LeaseDesk(
                node.families(),
                config.pool().cooldown(),
                config.pool().selection(),
                Keeping.usual(config.cluster().statefulKinds()),
                node.datapath().kind(),
                node.datapath(EniWish.MEMBER).kind());
    }

    /** Pods of a block of addresses have no ENI, and those with a whole one have no trunk beside. */
    private static MemberQuota members(NodeConfig config, Capacity capacity, Flavor flavor) {
        return flavor.trunk() && config.mode() == DaemonMode.ENI_MULTI_IP
                ? MemberQuota.of(capacity.memberPods(), config.pool().members())
                : MemberQuota.NONE;
    }

    /** An ENI of one address has no place for a prefix. */
    private static Portion portion(NodeConfig config, NodeFacts facts) {
        return config.eni().prefixes().enabled() && facts.limits().ipv4PerEni() > 1 ? Portion.PREFIX : Portion.ADDRESS;
    }

    /**
     * An instance type whose ENIs carry too few IPv6 addresses serves IPv4 alone, as with Terway. One block of IPv6 is
     * enough for an ENI.
     */
    private static List<IpFamily> families(
            NodeConfig config, Capacity capacity, Portion portion, List<String> unfulfilled) {
        if (config.mode() == DaemonMode.VPC) {
            // Nothing of these pods is an ENI's.
            return List.of(IpFamily.V4);
        }
        if (config.mode() == DaemonMode.ENI_ONLY) {
            return familiesOfWholeEnis(config, capacity, unfulfilled);
        }
        var enough = portion == Portion.PREFIX ? capacity.dualStackExclusive() : capacity.dualStackShared();
        if (config.families().contains(IpFamily.V6) && !enough) {
            unfulfilled.add(
                    "ip_stack is dual, but %s has not as many IPv6 as IPv4 addresses per ENI: pods get IPv4 only"
                            .formatted(capacity.limits().instanceType()));
            return List.of(IpFamily.V4);
        }
        return config.families();
    }

    private static List<IpFamily> familiesOfWholeEnis(NodeConfig config, Capacity capacity, List<String> unfulfilled) {
        if (config.families().contains(IpFamily.V6) && !capacity.dualStackExclusive()) {
            unfulfilled.add("ip_stack is dual, but %s has no IPv6 addresses: pods get IPv4 only"
                    .formatted(capacity.limits().instanceType()));
            return List.of(IpFamily.V4);
        }
        return config.families();
    }

    private static EniClaim claim(NodeConfig config, NodeFacts facts) {
        return new EniClaim(
                facts.instance(),
                facts.hostAddresses().all(),
                new Tags(config.eni().tagFilter()),
                config.eni().tagBlockList().stream()
                        .map(tag -> Tags.of(tag.key(), tag.value()))
                        .toList(),
                config.eni().trunking(),
                config.eni().erdma());
    }

    /** A wish that the machine cannot fulfil is left out, and said. */
    private static Flavor flavor(NodeConfig config, Capacity capacity, List<String> unfulfilled) {
        var flavor = capacity.flavor(config.eni().trunking(), config.eni().erdma());
        if (config.eni().trunking() && !flavor.trunk()) {
            unfulfilled.add("enable_eni_trunking is true, but %s has no trunk with the %d ENIs that pods may have"
                    .formatted(capacity.limits().instanceType(), capacity.sharedEnis()));
        }
        if (config.eni().erdma() && flavor.rdma() == 0) {
            unfulfilled.add("enable_erdma is true, but %s can spare none of the %d ENIs that pods may have for RDMA"
                    .formatted(capacity.limits().instanceType(), capacity.sharedEnis()));
        }
        return flavor;
    }

    private static List<VSwitchId> vSwitches(NodeConfig config, NodeFacts facts) {
        var configured = config.vSwitches().in(facts.zone());
        return configured.isEmpty() ? List.of(facts.vSwitch()) : configured;
    }

    private static NodeFacts withGroups(NodeFacts facts, NodeConfig config) {
        return config.eni().securityGroups().isEmpty()
                ? facts
                : facts.withSecurityGroups(config.eni().securityGroups());
    }
}
