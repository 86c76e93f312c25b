package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.InstanceMetadataContract;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.function.Supplier;

class SimulatedInstanceMetadataContract implements InstanceMetadataContract {
    private final Village village = new Village();

    @Override
    public InstanceMetadata metadata() {
        return of(village.both.id());
    }

    /** As the scene says it: the primary ENI was born with the lowest addresses of its vSwitch. */
    @Override
    public InstanceIdentity truth() {
        return identity(village.both, DualStack.both(Ip.parse("10.1.0.3"), Ip.parse("2408:4005:300:1::9")));
    }

    @Override
    public InstanceMetadata ipv4Only() {
        return of(village.old.id());
    }

    @Override
    public InstanceIdentity ipv4OnlyTruth() {
        return identity(village.old, DualStack.v4(Ip.parse("10.3.0.3")));
    }

    @Override
    public InstanceMetadata outOfReach() {
        var lost = new Passage() {
            @Override
            public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
                return new CloudOutcome.Unknown<>("lost");
            }
        };
        return new SimulatedInstanceMetadata(village.cloud, Village.REGION, village.both.id(), lost);
    }

    private InstanceMetadata of(InstanceId instance) {
        return new SimulatedInstanceMetadata(village.cloud, Village.REGION, instance, Passage.direct());
    }

    private InstanceIdentity identity(Instance instance, DualStack<Ip> addresses) {
        var mac = village.cloud.eni(instance.primaryEni()).orElseThrow().eni().mac();
        return new InstanceIdentity(
                instance.id(),
                addresses.has(IpFamily.V6) ? "ecs.g7.xlarge" : "ecs.g7.large",
                Village.REGION,
                instance.zone(),
                instance.vpc(),
                new VSwitchId(instance.vSwitch().text()),
                mac,
                addresses);
    }
}
