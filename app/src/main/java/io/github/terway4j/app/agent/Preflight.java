package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.adapters.nftables.NftConnectionMarks;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.KernelTrial;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.domain.preflight.KernelNeed;
import io.github.terway4j.domain.preflight.TriedFeature;
import java.util.List;
import java.util.function.Function;

/** Whether this machine's kernel has what the configuration asks of it. */
public final class Preflight {
    private Preflight() {}

    /** Tries every feature that there is, each in a namespace of its own; takes root. */
    public static List<TriedFeature> of(NodeConfig config) {
        return tried(trial -> {
            var needs = needs(config, trial);
            return trial.of(hasMembers(config) ? withMembers(config, needs, trial) : needs);
        });
    }

    /** Sentences that say why no pod could be served; none where they can. */
    static List<String> obstacles(NodeConfig config) {
        return TriedFeature.obstacles(tried(trial -> trial.of(needs(config, trial).stream()
                .filter(need -> need.urgency() == KernelNeed.Urgency.EVERY_POD)
                .toList())));
    }

    /** Of the way by which pods will be wired here: without IPvlan that is veth, as every agent decides when it starts. */
    private static List<KernelNeed> needs(NodeConfig config, KernelTrial trial) {
        var wished = config.mode().datapath(config.wiring().virtualType()).kind();
        var needs = wished == DatapathKind.IPVLAN_L2 && !trial.finds(KernelFeature.IPVLAN)
                ? KernelNeed.withoutIpvlan(config.families())
                : KernelNeed.of(wished, config.families());
        return config.wiring().symmetric().isPresent() ? KernelNeed.withMarks(needs) : needs;
    }

    /** As wished: whether the instance has a trunk, only the cloud knows. */
    private static boolean hasMembers(NodeConfig config) {
        return config.eni().trunking() && config.mode() == DaemonMode.ENI_MULTI_IP;
    }

    private static List<KernelNeed> withMembers(NodeConfig config, List<KernelNeed> needs, KernelTrial trial) {
        return KernelNeed.withMembers(config.wiring().members(), trial::finds, config.families(), needs);
    }

    private static List<TriedFeature> tried(Function<KernelTrial, List<TriedFeature>> how) {
        var prefix = "tw4j-trial-%d-".formatted(ProcessHandle.current().pid());
        try (var kernel = new NetlinkKernel()) {
            return how.apply(new KernelTrial(kernel, new LinuxNamespaces(), new NftConnectionMarks(), prefix));
        }
    }
}
