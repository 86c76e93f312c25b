package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VpcId;
import java.time.Instant;

/** A security group as the cloud describes it (ECS API, DescribeSecurityGroups). */
public record SecurityGroup(SecurityGroupId id, VpcId vpc, Kind kind, Label label, Instant created) {
    /** "SecurityGroupType", and with it how many private IPv4 addresses its ENIs may have together (ECS documentation, Limits). */
    public enum Kind {
        BASIC(2_000),
        ADVANCED(65_536);

        private final int capacity;

        Kind(int capacity) {
            this.capacity = capacity;
        }

        public int capacity() {
            return capacity;
        }
    }
}
