package io.github.terway4j.app.stage;

import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.Optional;

/**
 * What kube-proxy writes for a service with one pod: what comes for the service's address goes to the pod; and if it comes
 * from the pod itself, it does so in the node's name, for a pod drops what claims to be from itself.
 */
final class Translation {
    private Translation() {}

    /** Empty once it is so; else what is in the way. */
    static Optional<String> add(StageNode node, Ip service, Ip pod) {
        return NodeProgram.obstacle(node, List.of("ip", "nft")).or(() -> {
            var run = NodeProgram.run(node, rules(service, pod), List.of("nft", "-f", "-"));
            return run.exitStatus() == 0
                    ? Optional.empty()
                    : Optional.of("this kernel translates no addresses of " + family(pod) + " by nftables");
        });
    }

    private static String rules(Ip service, Ip pod) {
        return """
                table FAMILY services {
                    chain in { type nat hook prerouting priority dstnat; FAMILY daddr SERVICE dnat to POD; }
                    chain out { type nat hook postrouting priority srcnat; FAMILY saddr POD FAMILY daddr POD masquerade; }
                }
                """.replace(
                        "FAMILY",
                        switch (pod.family()) {
                            case V4 -> "ip";
                            case V6 -> "ip6";
                        })
                .replace("SERVICE", service.toString())
                .replace("POD", pod.toString());
    }

    private static String family(Ip pod) {
        return switch (pod.family()) {
            case V4 -> "IPv4";
            case V6 -> "IPv6";
        };
    }
}
