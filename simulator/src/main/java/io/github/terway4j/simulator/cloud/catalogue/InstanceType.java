package io.github.terway4j.simulator.cloud.catalogue;

import io.github.terway4j.domain.quota.InstanceLimits;
import java.util.regex.Pattern;

/**
 * An instance type as the ECS API DescribeInstanceTypes says it. The names in quotes are fields of its answer.
 *
 * @param cpus "CpuCoreCount"
 * @param memoryGib "MemorySize"
 * @param networkCards "NetworkCardQuantity", and the length of "NetworkCards"
 * @param jumboFrames "JumboFrameSupport"
 */
public record InstanceType(
        InstanceLimits limits,
        int cpus,
        int memoryGib,
        EniQueues queues,
        Throughput throughput,
        int networkCards,
        boolean jumboFrames) {
    private static final Pattern FAMILY = Pattern.compile("^([^.]*\\.[^.-]*).*$");

    public InstanceType {
        if (cpus < 1 || memoryGib < 1 || networkCards < 1) {
            throw new IllegalArgumentException("%s has %d CPUs, %d GiB and %d network cards"
                    .formatted(limits.instanceType(), cpus, memoryGib, networkCards));
        }
    }

    /** A type that is known by its limits alone; the rest is chosen, as of a small machine. */
    public static InstanceType of(InstanceLimits limits) {
        var queues = new EniQueues(2, 2, 2 * limits.enis(), 2, 0);
        return new InstanceType(limits, 2, 8, queues, Throughput.SMALL, 1, false);
    }

    /** "InstanceTypeId", like {@code ecs.g7.xlarge}. */
    public String name() {
        return limits.instanceType();
    }

    /** "InstanceTypeFamily": {@code ecs.g7} of {@code ecs.g7.xlarge}, {@code ecs.u1} of {@code ecs.u1-c1m4.xlarge}. */
    public String family() {
        return FAMILY.matcher(name()).replaceFirst("$1");
    }
}
