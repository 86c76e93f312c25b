package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.IpFamily;

/** The parameters of AssignPrivateIpAddresses and of AssignIpv6Addresses. */
public record Assignment(EniId eni, IpFamily family, int count) {}
