package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.Reach;
import io.github.terway4j.domain.datapath.Waiting;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.ports.in.AttachRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of what a runtime asks for, and of what the node is configured to, how a pod is to be wired. */
public final class Blueprint {
    private final Node node;

    public Blueprint(Node node) {
        this.node = node;
    }

    /**
     * Why the pod cannot be wired as its runtime was told: ENIs are prepared before the first runtime calls, so the agent
     * must have been told the same.
     */
    Optional<Fault> objection(AttachRequest request) {
        var own = node.wiring().wished();
        return request.configured()
                .virtualType()
                .filter(asked -> node.mode() == DaemonMode.ENI_MULTI_IP && asked != own)
                .map(asked -> new Fault.Configuration(
                        "eniip_virtual_type is %s for the runtime and %s for the agent: write it into eni_conf, too"
                                .formatted(asked.text(), own.text())));
    }

    /** Why no pod of this node can have what this one asks of its ENI. */
    Optional<Fault> objection(PodFacts pod) {
        return pod.contradiction()
                .<Fault>map(Fault.Request::new)
                .or(() -> Optional.of(pod.wish())
                        .filter(wish -> wish != EniWish.ANY && node.mode() == DaemonMode.VPC)
                        .map(wish -> new Fault.Configuration(
                                "the pod asks for %s, but pods of this node have addresses of its own block (daemon_mode: VPC): it"
                                                .formatted(wish.resource())
                                        + " can run where daemon_mode is ENIMultiIP")));
    }

    /** The pod, by what its wish comes down to on this node. */
    PodFacts understood(PodFacts pod) {
        var wish = node.understood(pod.wish());
        return wish == pod.wish() ? pod : pod.wishing(wish);
    }

    /** @param limit that the pod is to be held to */
    PodWiring of(AttachRequest request, Lease lease, BandwidthLimit limit) {
        return new PodWiring(
                        lease.key(),
                        lease.pod(),
                        request.netns(),
                        lease.addresses(),
                        request.mtu(),
                        limit,
                        reach(request, lease))
                .waiting(lease.terms().map(Terms::waiting).orElse(Waiting.AS_USUAL));
    }

    private Reach reach(AttachRequest request, Lease lease) {
        var link = lease.key().interfaceName();
        var byHost = Stream.concat(node.wiring().byHost().stream(), request.configured().hostStack().stream())
                .filter(cidr -> lease.addresses().has(cidr.family()))
                .distinct()
                .toList();
        return new Reach(
                byHost,
                request.interfaces().routes(link),
                request.interfaces().isDefault(link),
                request.interfaces().hasOthersThan(link));
    }
}
