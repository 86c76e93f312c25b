package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;

/** A machine on the stage: an instance of the cloud, and the namespace that stands for it. */
public record StageNode(String name, InstanceId instance, NetNs netns, DualStack<Ip> addresses) {}
