package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.quota.InstanceLimits;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is so on one node. */
final class NodePicture {
    record LivingPod(PodRef pod, DualStack<Ip> addresses) {}

    final InstanceId instance;
    final InstanceLimits limits;
    final SortedMap<AttachmentKey, Lease> leases = new TreeMap<>();
    final SortedMap<AttachmentKey, LivingPod> living = new TreeMap<>();
    final HostMarks marks = new HostMarks();

    NodePicture(InstanceId instance, InstanceLimits limits) {
        this.instance = instance;
        this.limits = limits;
    }
}
