package io.github.terway4j.features.steps;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.net.Cidr;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What pods leave on their node: links, and whatever speaks of a single address. */
final class Traces {
    private Traces() {}

    /** In words, all of it that belongs to none of these pods. */
    static List<String> onHost(KernelState host, List<StagedPod> pods) {
        var links = host.links().stream()
                .filter(link ->
                        link.kind().equals("veth") && !link.name().text().startsWith("eth"))
                .filter(link -> pods.stream().noneMatch(pod -> isOf(pod, link)))
                .map(link -> "link " + link.name());
        Predicate<Cidr> nobodys = cidr ->
                cidr.isHost() && pods.stream().noneMatch(pod -> pod.addresses().contains(cidr.network()));
        var objects = Stream.<Stream<? extends KernelObject>>of(
                        host.routes().stream().filter(route -> nobodys.test(route.destination())),
                        host.rules().stream()
                                .filter(rule -> nobodys.test(rule.selector().from())
                                        || nobodys.test(rule.selector().to())),
                        host.neighbours().stream().filter(neighbour -> nobodys.test(Cidr.host(neighbour.ip()))))
                .flatMap(kind -> kind.map(KernelObject::words));
        return Stream.concat(links, objects).toList();
    }

    private static boolean isOf(StagedPod pod, Link link) {
        return pod.network().hostLink().equals(link.name());
    }
}
