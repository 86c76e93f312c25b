package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The wiring of a pod with a member ENI as a VLAN device: what carries the member's tag on the trunk's wire stands in the pod
 * as its interface. Nothing of it is on the host, and all of it goes with the pod's namespace.
 */
public record TrunkVlan() implements Datapath {
    @Override
    public DatapathKind kind() {
        return DatapathKind.TRUNK_VLAN;
    }

    @Override
    public boolean standsBeyond() {
        return true;
    }

    /** Of the trunk, that it is up. */
    @Override
    public DatapathPlan eni(EniWiring trunk) {
        return new DatapathPlan(
                List.of(new LinkMtu(trunk.host(), trunk.link(), trunk.mtu()), new LinkUp(trunk.host(), trunk.link())));
    }

    @Override
    public DatapathPlan pod(PodWiring pod, EniWiring member) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new VlanLink(
                pod.netns(),
                pod.key().interfaceName(),
                member.host(),
                member.link(),
                member.memberTag(),
                pod.farAlias()));
        wanted.addAll(PodInterface.inTheVpc(pod, member));
        wanted.addAll(EniQueues.sortedInThePod(pod, member));
        return new DatapathPlan(wanted);
    }

    /** Nothing on the host. The device does not wait for its namespace to die: its tag may be another pod's soon. */
    @Override
    public List<KernelStep> dismantling(EniWiring member, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        return List.of(new KernelStep.Withdraw(member.host(), key));
    }

    @Override
    public List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring member) {
        return List.of();
    }
}
