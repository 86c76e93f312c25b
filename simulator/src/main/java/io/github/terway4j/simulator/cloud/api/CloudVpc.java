package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import java.time.Instant;

/** A VPC as the cloud describes it. */
public record CloudVpc(VpcId id, Label label, DualStack<Cidr> cidrs, Instant created) {}
