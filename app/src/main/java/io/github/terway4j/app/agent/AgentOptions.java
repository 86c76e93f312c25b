package io.github.terway4j.app.agent;

import io.github.terway4j.domain.datapath.NetNs;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * Where an agent finds what it needs.
 *
 * @param node its name in the cluster
 * @param world the socket where a simulated world is offered: its cluster, its cloud, or both, if they are chosen
 * @param cluster which cluster the node is in
 * @param cloud which cloud the node is in
 * @param config where the {@code eni_conf} is that all nodes have
 * @param mode where pods' addresses come from; empty where the file says it
 * @param socket where CNI calls come in
 * @param state the ledger's folder
 * @param host the node's network namespace
 * @param lists where the runtime looks for its list of plugins, without which the node is not ready; empty where that is not asked
 * @param pages where machines read how it is with the agent
 * @param kubelet the kubelet's folder; the empty path where there is no kubelet to speak to
 */
public record AgentOptions(
        String node,
        Path world,
        ClusterChoice cluster,
        CloudChoice cloud,
        ConfigChoice config,
        String mode,
        Path socket,
        Path state,
        NetNs host,
        Path lists,
        List<InetSocketAddress> pages,
        Path kubelet) {
    public AgentOptions {
        pages = List.copyOf(pages);
    }
}
