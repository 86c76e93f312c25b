package io.github.terway4j.app.agent;

import io.github.terway4j.domain.datapath.NetNs;
import java.nio.file.Path;

/**
 * Where an agent finds what it needs.
 *
 * @param node its name in the cluster
 * @param world the socket where a simulated world is offered: its pods, and its cloud if that is chosen
 * @param cloud which cloud the node is in
 * @param config the {@code eni_conf} file
 * @param mode where pods' addresses come from; empty where the file says it
 * @param socket where CNI calls come in
 * @param state the ledger's folder
 * @param host the node's network namespace
 */
public record AgentOptions(
        String node, Path world, CloudChoice cloud, Path config, String mode, Path socket, Path state, NetNs host) {}
