package io.github.terway4j.app.metadata;

import io.github.terway4j.adapters.metadata.EcsInstanceMetadata;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.InstanceMetadataContract;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import io.github.terway4j.simulator.cloud.api.Instance;
import org.junit.jupiter.api.AfterEach;

/** Our client keeps the contract on the simulated cloud's service, whatever its mode. */
interface MetadataOverTheWire extends InstanceMetadataContract {
    TwoInstances cloud();

    @AfterEach
    default void close() {
        cloud().close();
    }

    @Override
    default InstanceMetadata metadata() {
        return new EcsInstanceMetadata(cloud().clientOn(cloud().rich));
    }

    @Override
    default InstanceIdentity truth() {
        return identity(
                cloud().rich, "ecs.g7.xlarge", DualStack.both(Ip.parse("10.1.0.3"), Ip.parse("2408:4005:300:1::9")));
    }

    @Override
    default InstanceMetadata ipv4Only() {
        return new EcsInstanceMetadata(cloud().clientOn(cloud().poor));
    }

    @Override
    default InstanceIdentity ipv4OnlyTruth() {
        return identity(cloud().poor, "ecs.g7.large", DualStack.v4(Ip.parse("10.3.0.3")));
    }

    @Override
    default InstanceMetadata outOfReach() {
        return new EcsInstanceMetadata(cloud().clientOfNobody());
    }

    private InstanceIdentity identity(Instance instance, String type, DualStack<Ip> addresses) {
        return new InstanceIdentity(
                instance.id(),
                type,
                TwoInstances.REGION,
                instance.zone(),
                instance.vpc(),
                instance.vSwitch(),
                cloud().scene
                        .cloud()
                        .eni(instance.primaryEni())
                        .orElseThrow()
                        .eni()
                        .mac(),
                addresses);
    }
}
