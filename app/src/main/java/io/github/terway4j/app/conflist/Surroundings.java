package io.github.terway4j.app.conflist;

import io.github.terway4j.domain.net.Mtu;

/**
 * What a list of plugins depends on besides what the operator wrote.
 *
 * @param mtu of the node's own interface, for {@code auto_mtu}
 * @param policies whether NetworkPolicies are in force ({@code disable_network_policy})
 * @param hostPorts whether pods' host ports are wanted, which the reference plugin portmap makes
 */
public record Surroundings(Mtu mtu, Policies policies, boolean hostPorts) {}
