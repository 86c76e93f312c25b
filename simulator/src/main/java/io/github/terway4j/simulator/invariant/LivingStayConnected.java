package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whoever lives has its lease, its link, and the ways to and from its addresses, from the moment that the runtime was
 * answered.
 */
public final class LivingStayConnected implements Invariant {
    @Override
    public String name() {
        return "living-stay-connected";
    }

    @Override
    public String sentence() {
        return "a living pod has its lease, its link, and the ways to and from its addresses";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        return switch (change) {
            case Change.PodConnected(var node, var _, var key, var _) -> missing(node, key::equals, now);
            case Change.LeaseErased(var node, var lease) -> missing(node, lease.key()::equals, now);
            case Change.KernelStepped(var node, var step) ->
                switch (step) {
                    case KernelStep.Make _ -> List.of();
                    case KernelStep.Remove _, KernelStep.Retire _, KernelStep.ReapRetired _, KernelStep.Restore _ ->
                        missing(node, _ -> true, now);
                };
            case Change.LeaseWritten _,
                    Change.PodEnding _,
                    Change.SandboxGone _,
                    Change.EniChanged _,
                    Change.CloudCalled _ -> List.of();
        };
    }

    private static List<String> missing(String node, Predicate<AttachmentKey> concerned, Picture now) {
        var here = now.node(node);
        return here.living.entrySet().stream()
                .filter(living -> concerned.test(living.getKey()))
                .flatMap(living -> missing(node, living.getKey(), living.getValue(), here))
                .toList();
    }

    private static Stream<String> missing(String node, AttachmentKey key, NodePicture.LivingPod pod, NodePicture here) {
        var link = Holder.of(node, pod.pod(), key).link();
        return Stream.of(
                        Stream.of("a lease").filter(_ -> !here.leases.containsKey(key)),
                        Stream.of("its link").filter(_ -> !here.marks.stands(key)),
                        pod.addresses().all().stream()
                                .filter(ip -> !here.marks.leadsBothWays(ip, link))
                                .map(LivingStayConnected::ways))
                .flatMap(lacking -> lacking)
                .map(lacking -> "%s on %s lives without %s".formatted(pod.pod(), node, lacking));
    }

    private static String ways(Ip ip) {
        return "the ways to and from " + ip;
    }
}
