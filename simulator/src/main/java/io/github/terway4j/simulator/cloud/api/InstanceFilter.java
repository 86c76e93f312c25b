package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import java.util.List;

/** One thing that DescribeInstances is asked for; an instance is shown if every filter of the call admits it. */
public sealed interface InstanceFilter {
    boolean admits(Instance instance);

    /** "InstanceIds": one of these. */
    record Ids(List<InstanceId> ids) implements InstanceFilter {
        public Ids {
            ids = List.copyOf(ids);
        }

        @Override
        public boolean admits(Instance instance) {
            return ids.contains(instance.id());
        }
    }

    /** "Status". */
    record InStatus(InstanceStatus status) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.status() == status;
        }
    }

    /** "InstanceType". */
    record OfType(String type) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.type().name().equals(type);
        }
    }

    /** "VpcId". */
    record InVpc(VpcId vpc) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.vpc().equals(vpc);
        }
    }

    /** "ZoneId". */
    record InZone(Zone zone) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.zone().equals(zone);
        }
    }

    /** "VSwitchId". */
    record InVSwitch(VSwitchId vSwitch) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.vSwitch().equals(vSwitch);
        }
    }

    /** "SecurityGroupId". */
    record InSecurityGroup(SecurityGroupId group) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.securityGroups().contains(group);
        }
    }

    /** "InstanceName". */
    record Named(String name) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.label().name().equals(name);
        }
    }

    /** "Tag.N": has this tag with this value. */
    record Tagged(String key, String value) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.label().tags().has(key, value);
        }
    }

    /** "Tag.N" without a value: has this tag. */
    record HasTag(String key) implements InstanceFilter {
        @Override
        public boolean admits(Instance instance) {
            return instance.label().tags().get(key).isPresent();
        }
    }
}
