package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.stream.Stream;

/** We take no address, and no ENI that carries it, from a pod that lives. */
public final class NothingTakenFromTheLiving implements Invariant {
    @Override
    public String name() {
        return "nothing-taken-from-the-living";
    }

    @Override
    public String sentence() {
        return "no address and no ENI is taken from a living pod by us";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        return change instanceof Change.EniChanged changed && changed.by() == Change.By.US
                ? changed.lost().stream()
                        .flatMap(ip -> objection(changed, ip, now))
                        .toList()
                : List.of();
    }

    private static Stream<String> objection(Change.EniChanged changed, Ip ip, Picture now) {
        return now.nodes().entrySet().stream()
                .flatMap(node -> node.getValue().living.values().stream()
                        .filter(pod -> pod.addresses().all().contains(ip))
                        .map(pod -> "%s on %s lives, and %s was taken from it with %s"
                                .formatted(pod.pod(), node.getKey(), ip, changed.before())));
    }
}
