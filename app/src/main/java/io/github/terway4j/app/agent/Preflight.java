package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.KernelTrial;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.domain.preflight.KernelNeed;
import io.github.terway4j.domain.preflight.TriedFeature;
import java.util.List;

/** Whether this machine's kernel has what the configuration asks of it. */
public final class Preflight {
    private Preflight() {}

    /** Tries every feature that there is, each in a namespace of its own; takes root. */
    public static List<TriedFeature> of(NodeConfig config) {
        return of(needs(config));
    }

    /** Sentences that say why no pod could be served; none where they can. */
    static List<String> obstacles(NodeConfig config) {
        var tried = of(ofEveryPod(needs(config)));
        // Without IPvlan pods are wired by veth, and what that needs counts.
        return lacks(tried, KernelFeature.IPVLAN)
                ? TriedFeature.obstacles(
                        of(ofEveryPod(KernelNeed.of(DatapathKind.VETH_POLICY_ROUTE, config.families()))))
                : TriedFeature.obstacles(tried);
    }

    private static boolean lacks(List<TriedFeature> tried, KernelFeature feature) {
        return tried.stream().anyMatch(one -> one.need().feature() == feature && !one.there());
    }

    private static List<KernelNeed> ofEveryPod(List<KernelNeed> needs) {
        return needs.stream()
                .filter(need -> need.urgency() == KernelNeed.Urgency.EVERY_POD)
                .toList();
    }

    private static List<KernelNeed> needs(NodeConfig config) {
        return KernelNeed.of(
                config.mode().datapath(config.wiring().virtualType()).kind(), config.families());
    }

    private static List<TriedFeature> of(List<KernelNeed> needs) {
        var prefix = "tw4j-trial-%d-".formatted(ProcessHandle.current().pid());
        try (var kernel = new NetlinkKernel()) {
            return new KernelTrial(kernel, new LinuxNamespaces(), prefix).of(needs);
        }
    }
}
