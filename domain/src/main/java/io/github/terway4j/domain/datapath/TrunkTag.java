package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The wiring of a pod with a member ENI by filters on its trunk: the pod is wired to the trunk as {@link VethPolicyRoute}
 * does it, what it sends gets the member's tag on the way out, and what comes in loses it.
 */
public record TrunkTag() implements Datapath {
    private static final int POP_PRIORITY = 20_000;
    private static final int PUSH_V4_PRIORITY = 50_001;
    private static final int PUSH_V6_PRIORITY = 50_002;
    private static final VethPolicyRoute BENEATH = new VethPolicyRoute();

    @Override
    public DatapathKind kind() {
        return DatapathKind.TRUNK_TAG;
    }

    @Override
    public DatapathPlan eni(EniWiring trunk) {
        var wanted = new ArrayList<>(BENEATH.eni(trunk).wanted());
        wanted.add(new Filter(
                trunk.host(),
                trunk.link(),
                Hook.INGRESS,
                POP_PRIORITY,
                new FilterMatch.Tagged(),
                new FilterAction.PopTag()));
        return new DatapathPlan(wanted);
    }

    @Override
    public DualStack<Ip> gateways(EniWiring member) {
        return BENEATH.gateways(member);
    }

    /** The tags first: without them the pod's packets would be taken for the trunk's own. */
    @Override
    public DatapathPlan pod(PodWiring pod, EniWiring member) {
        var wanted = new ArrayList<KernelObject>(tags(member, pod.addresses()));
        wanted.addAll(BENEATH.pod(pod, member).wanted());
        return new DatapathPlan(wanted);
    }

    @Override
    public LimitPlaces limits(PodWiring pod, NetNs host) {
        return LimitPlaces.byVeth(pod, host);
    }

    @Override
    public List<KernelStep> dismantling(EniWiring member, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var steps = new ArrayList<>(BENEATH.dismantling(member, key, pod, addresses));
        // Before the link, which is last: what is retired is thought to have nothing else left.
        steps.addAll(steps.size() - 1, new DatapathPlan(List.copyOf(tags(member, addresses))).undo());
        return steps;
    }

    @Override
    public List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring member) {
        var steps = new ArrayList<>(BENEATH.turning(host, addresses, member));
        // Attached anew, a member has another tag; one that is on no trunk has none, and carries nothing. To make the
        // filter that is wanted takes away the one in its place.
        if (member.tag().isPresent()) {
            addresses.stream()
                    .map(ip -> tag(member, ip))
                    .filter(wanted -> host.filters().stream()
                            .anyMatch(there -> there.link().equals(wanted.link())
                                    && there.isInPlaceOf(wanted)
                                    && !there.equals(wanted)))
                    .forEach(wanted -> steps.add(new KernelStep.Make(wanted)));
        }
        return steps;
    }

    private static List<Filter> tags(EniWiring member, DualStack<Ip> addresses) {
        return addresses.all().stream().map(ip -> tag(member, ip)).toList();
    }

    private static Filter tag(EniWiring member, Ip ip) {
        return new Filter(
                member.host(),
                member.link(),
                Hook.EGRESS,
                switch (ip.family()) {
                    case V4 -> PUSH_V4_PRIORITY;
                    case V6 -> PUSH_V6_PRIORITY;
                },
                new FilterMatch.From(Cidr.host(ip)),
                new FilterAction.PushTag(member.memberTag()));
    }
}
