package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.SecurityGroupId;
import java.util.List;

/** One thing that ModifyNetworkInterfaceAttribute is to change; a parameter that is not given is no edit. */
public sealed interface EniEdit {
    /** "NetworkInterfaceName"; empty takes the name away. */
    record Name(String text) implements EniEdit {}

    /** "Description"; empty takes it away. */
    record Description(String text) implements EniEdit {}

    /** "SecurityGroupId.N": these instead of those that it has. */
    record SecurityGroups(List<SecurityGroupId> ids) implements EniEdit {
        public SecurityGroups {
            ids = List.copyOf(ids);
        }
    }

    record DeleteOnRelease(boolean whether) implements EniEdit {}

    record SourceDestCheck(boolean whether) implements EniEdit {}

    /** "QueueNumber". */
    record Queues(int number) implements EniEdit {}
}
