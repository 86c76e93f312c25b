package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.SecurityGroupId;
import java.util.List;

/**
 * What of an ENI can be set when it is made, and changed later, beside its {@link Label}.
 *
 * @param deleteOnRelease whether it goes with the instance that it is attached to
 * @param queues "QueueNumber"; 0 where the instance type decides
 */
public record EniSettings(
        List<SecurityGroupId> securityGroups, boolean deleteOnRelease, boolean sourceDestCheck, int queues) {
    public EniSettings {
        securityGroups = List.copyOf(securityGroups);
    }

    /** The API's defaults: goes with its instance, and sends for any address. */
    public static EniSettings of(List<SecurityGroupId> securityGroups) {
        return new EniSettings(securityGroups, true, false, 0);
    }

    public EniSettings withSecurityGroups(List<SecurityGroupId> others) {
        return new EniSettings(others, deleteOnRelease, sourceDestCheck, queues);
    }

    public EniSettings withDeleteOnRelease(boolean other) {
        return new EniSettings(securityGroups, other, sourceDestCheck, queues);
    }

    public EniSettings withSourceDestCheck(boolean other) {
        return new EniSettings(securityGroups, deleteOnRelease, other, queues);
    }

    public EniSettings withQueues(int other) {
        return new EniSettings(securityGroups, deleteOnRelease, sourceDestCheck, other);
    }
}
