package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.List;
import java.util.Optional;

/** Who must be able to talk to whom, in both families. */
final class Conversations {
    private static final int MEBIBYTE = 1 << 20;

    private final Stage stage;
    private final List<Placed> pods;
    private final Checklist checks;

    Conversations(Stage stage, List<Placed> pods, Checklist checks) {
        this.stage = stage;
        this.pods = pods;
        this.checks = checks;
    }

    void all() {
        for (var family : IpFamily.values()) {
            betweenPods(family);
            withNodes(family);
        }
    }

    /** One of the above, for moments in which something else is at stake. */
    void briefly(String claim) {
        pods.stream()
                .skip(1)
                .findFirst()
                .ifPresent(other -> checks.check(claim, objection(pods.getFirst(), other, IpFamily.V4)));
    }

    private void betweenPods(IpFamily family) {
        var first = pods.getFirst();
        for (var sameNode : List.of(true, false)) {
            pods.stream()
                    .skip(1)
                    .filter(other -> sameNode
                            == other.sandbox().node().equals(first.sandbox().node()))
                    .findFirst()
                    .ifPresent(other -> checks.check(
                            "%s and %s, %s, exchange 1 MiB each way over %s"
                                    .formatted(
                                            first.sandbox().pod(),
                                            other.sandbox().pod(),
                                            sameNode ? "on one node" : "on two nodes",
                                            name(family)),
                            objection(first, other, family)));
        }
    }

    private Optional<String> objection(Placed from, Placed to, IpFamily family) {
        return objection(from.sandbox().netns(), to.sandbox().netns(), to.address(family));
    }

    private void withNodes(IpFamily family) {
        var pod = pods.getFirst();
        for (var node : stage.nodes().stream().limit(2).toList()) {
            var where = node.equals(pod.sandbox().node()) ? "its own node" : "another node";
            var address = node.addresses()
                    .get(family)
                    .orElseThrow(() -> new IllegalStateException(node.name() + " has no " + family + " address"));
            checks.check(
                    "%s reaches %s over %s".formatted(pod.sandbox().pod(), where, name(family)),
                    objection(pod.sandbox().netns(), node.netns(), address));
            checks.check(
                    "%s is reached from %s over %s".formatted(pod.sandbox().pod(), where, name(family)),
                    objection(node.netns(), pod.sandbox().netns(), pod.address(family)));
        }
    }

    private Optional<String> objection(NetNs from, NetNs to, Ip address) {
        return switch (stage.traffic().exchange(from, to, address, MEBIBYTE)) {
            case TrafficOutcome.Arrived() -> Optional.empty();
            case TrafficOutcome.Lost(var words) -> Optional.of(words);
        };
    }

    private static String name(IpFamily family) {
        return switch (family) {
            case V4 -> "IPv4";
            case V6 -> "IPv6";
        };
    }
}
