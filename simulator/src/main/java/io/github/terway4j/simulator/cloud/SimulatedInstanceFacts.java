package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.stream.Stream;

/** What an instance of the simulated cloud is told about itself. */
public final class SimulatedInstanceFacts implements InstanceFacts {
    private final SimulatedCloud cloud;
    private final InstanceId self;
    private final Passage passage;

    public SimulatedInstanceFacts(SimulatedCloud cloud, InstanceId self, Passage passage) {
        this.cloud = cloud;
        this.self = self;
        this.passage = passage;
    }

    @Override
    public CloudOutcome<NodeFacts> read() {
        return passage.through(
                "facts of " + self,
                () -> cloud.instance(self)
                        .<CloudOutcome<NodeFacts>>map(instance -> new CloudOutcome.Done<>(facts(instance)))
                        .orElseGet(() -> new CloudOutcome.NotFound<>(self + " does not exist")));
    }

    private NodeFacts facts(Instance instance) {
        return new NodeFacts(
                self,
                instance.zone(),
                instance.vSwitch(),
                instance.securityGroups(),
                hostAddresses(instance),
                instance.limits());
    }

    /** The first address of each family: those that the primary ENI was born with. */
    private DualStack<Ip> hostAddresses(Instance instance) {
        var eni = cloud.eni(instance.primaryEni())
                .orElseThrow(() -> new IllegalStateException(self + " has lost its primary ENI"))
                .eni();
        return DualStack.ofIps(Stream.of(IpFamily.values())
                .flatMap(family -> eni.addresses(family).stream().limit(1))
                .toList());
    }
}
