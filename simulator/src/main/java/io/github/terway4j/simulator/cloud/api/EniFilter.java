package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Ip;
import java.util.List;

/** One thing that DescribeNetworkInterfaces is asked for; an ENI is shown if every filter of the call admits it. */
public sealed interface EniFilter {
    boolean admits(CloudEni eni);

    /** "NetworkInterfaceId.N": one of these. */
    record Ids(List<EniId> ids) implements EniFilter {
        public Ids {
            ids = List.copyOf(ids);
        }

        @Override
        public boolean admits(CloudEni eni) {
            return ids.contains(eni.id());
        }
    }

    /** "InstanceId". */
    record OfInstance(InstanceId instance) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.attachedTo(instance);
        }
    }

    /** "Tag.N": has this tag with this value. */
    record Tagged(String key, String value) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return value.equals(eni.tags().get(key));
        }
    }

    /** "Tag.N" without a value: has this tag. */
    record HasTag(String key) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.tags().containsKey(key);
        }
    }

    /** "Type". */
    record OfKind(EniKind kind) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.eni().kind() == kind;
        }
    }

    /** "Status". */
    record InStatus(EniStatus status) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.status() == status;
        }
    }

    /** "VpcId". */
    record InVpc(VpcId vpc) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.vpc().equals(vpc);
        }
    }

    /** "VSwitchId". */
    record InVSwitch(VSwitchId vSwitch) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.eni().vSwitch().equals(vSwitch);
        }
    }

    /** "SecurityGroupId". */
    record InSecurityGroup(SecurityGroupId group) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.securityGroups().contains(group);
        }
    }

    /** "PrimaryIpAddress". */
    record WithPrimary(Ip address) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.eni().primaryAddress().equals(address);
        }
    }

    /** "PrivateIpAddress.N", "Ipv6Address.N": has one of these. */
    record WithAddress(List<Ip> addresses) implements EniFilter {
        public WithAddress {
            addresses = List.copyOf(addresses);
        }

        @Override
        public boolean admits(CloudEni eni) {
            return eni.eni().addresses().stream().anyMatch(addresses::contains);
        }
    }

    /** "NetworkInterfaceName". */
    record Named(String name) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.label().name().equals(name);
        }
    }

    /** "ResourceGroupId". */
    record InResourceGroup(String resourceGroup) implements EniFilter {
        @Override
        public boolean admits(CloudEni eni) {
            return eni.label().resourceGroup().equals(resourceGroup);
        }
    }
}
