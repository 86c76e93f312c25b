package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.stream.Stream;

/** An instance's own word without the service in between, at the far end of a {@link Passage}. */
public final class SimulatedInstanceMetadata implements InstanceMetadata {
    private final SimulatedCloud cloud;
    private final Region region;
    private final InstanceId self;
    private final Passage passage;

    public SimulatedInstanceMetadata(SimulatedCloud cloud, Region region, InstanceId self, Passage passage) {
        this.cloud = cloud;
        this.region = region;
        this.self = self;
        this.passage = passage;
    }

    @Override
    public CloudOutcome<InstanceIdentity> self() {
        return passage.through(
                "metadata of " + self,
                () -> cloud.instance(self)
                        .<CloudOutcome<InstanceIdentity>>map(instance -> new CloudOutcome.Done<>(identity(instance)))
                        .orElseGet(() -> new CloudOutcome.NotFound<>(self + " does not exist")));
    }

    private InstanceIdentity identity(Instance instance) {
        var primary = cloud.eni(instance.primaryEni())
                .orElseThrow(() -> new IllegalStateException(self + " has lost its primary ENI"))
                .eni();
        var addresses = Stream.of(IpFamily.values())
                .flatMap(family -> primary.addresses(family).stream().limit(1))
                .toList();
        return new InstanceIdentity(
                self,
                instance.limits().instanceType(),
                region,
                instance.zone(),
                instance.vpc(),
                instance.vSwitch(),
                primary.mac(),
                DualStack.ofIps(addresses));
    }
}
