package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.List;

/**
 * How what pods send waits at an ENI that they share. The ENI's queue discipline stays when the pod that first asked for it
 * has gone; what sorts a pod's packets goes with the pod.
 */
public final class EniQueues {
    private static final int V4_PRIORITY = 30_001;
    private static final int V6_PRIORITY = 30_002;

    private EniQueues() {}

    /** For pods whose packets pass the ENI under their own address. */
    static List<KernelObject> sortedAtTheEni(PodWiring pod, EniWiring eni) {
        var wanted = queues(pod, eni);
        wanted.addAll(sorters(eni.host(), eni.link(), pod.addresses(), pod.waiting()));
        return wanted;
    }

    /** For pods whose packets pass the ENI with a tag around them, which hides the address: they are sorted before that. */
    static List<KernelObject> sortedInThePod(PodWiring pod, EniWiring eni) {
        var wanted = queues(pod, eni);
        wanted.addAll(sorters(pod.netns(), pod.key().interfaceName(), pod.addresses(), pod.waiting()));
        return wanted;
    }

    /** The steps that end the sorting at the ENI, if there was any. */
    public static List<KernelStep> dismantling(EniWiring eni, DualStack<Ip> addresses, Waiting waiting) {
        return new DatapathPlan(List.copyOf(sorters(eni.host(), eni.link(), addresses, waiting))).undo();
    }

    private static List<KernelObject> queues(PodWiring pod, EniWiring eni) {
        var wanted = new ArrayList<KernelObject>();
        pod.waiting()
                .discipline()
                .ifPresent(discipline -> wanted.add(new Queueing(eni.host(), eni.link(), discipline)));
        return wanted;
    }

    /** In the middle, too, where they would wait unsorted: else a pod could put itself first, by the TOS that it writes. */
    private static List<Filter> sorters(NetNs ns, LinkName link, DualStack<Ip> addresses, Waiting waiting) {
        return waiting.band().stream()
                .flatMap(band -> addresses.all().stream().map(ip -> sorter(ns, link, ip, band)))
                .toList();
    }

    private static Filter sorter(NetNs ns, LinkName link, Ip ip, Band band) {
        var priority = switch (ip.family()) {
            case V4 -> V4_PRIORITY;
            case V6 -> V6_PRIORITY;
        };
        return new Filter(
                ns,
                link,
                Hook.EGRESS,
                priority,
                new FilterMatch.From(Cidr.host(ip)),
                new FilterAction.Prioritise(band));
    }
}
