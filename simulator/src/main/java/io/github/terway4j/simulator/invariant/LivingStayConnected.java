package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            case Change.PodConnected(var node, var _, var key, var _) -> missing(node, Stream.of(key), now);
            case Change.LeaseErased(var node, var lease) -> missing(node, Stream.of(lease.key()), now);
            case Change.KernelStepped(var node, var step) -> missing(node, concerned(step, now.node(node)), now);
            case Change.LeaseWritten _,
                    Change.PodEnding _,
                    Change.SandboxGone _,
                    Change.EniChanged _,
                    Change.CloudCalled _ -> List.of();
        };
    }

    /** Of whom the step may have taken something; whose link is reaped has missed it since it was retired. */
    private static Stream<AttachmentKey> concerned(KernelStep step, NodePicture here) {
        return switch (step) {
            case KernelStep.Retire(var _, var _, var alias) -> Ownership.attachment(alias).stream();
            case KernelStep.Remove(KernelObject.VethPair pair) -> Ownership.attachment(pair.alias()).stream();
            case KernelStep.Remove(var object) -> Subject.of(object).stream().flatMap(ip -> livingWith(ip, here));
            case KernelStep.Withdraw(var _, var key) -> Stream.of(key);
            case KernelStep.Make _, KernelStep.ReapRetired _, KernelStep.Restore _ -> Stream.empty();
        };
    }

    private static Stream<AttachmentKey> livingWith(Ip ip, NodePicture here) {
        return here.living.entrySet().stream()
                .filter(living -> living.getValue().addresses().all().contains(ip))
                .map(Map.Entry::getKey);
    }

    private static List<String> missing(String node, Stream<AttachmentKey> concerned, Picture now) {
        var here = now.node(node);
        return concerned
                .flatMap(key -> Optional.ofNullable(here.living.get(key)).stream()
                        .flatMap(living -> missing(node, key, living, here)))
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
