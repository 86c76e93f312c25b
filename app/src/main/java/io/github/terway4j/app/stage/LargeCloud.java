package io.github.terway4j.app.stage;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A simulated cloud as large as a large account's region, in this process and in time of its own. */
public final class LargeCloud {
    /** Carries 32 ENIs. */
    private static final String TYPE = "ecs.ebmre7p.32xlarge";

    private static final int BLOCKS = 4;
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Instance> instances = new ArrayList<>();
    private final SimulatedCloud cloud;
    private Instant now = BEGUN;

    private LargeCloud() {
        cloud = new SimulatedCloud(1, () -> now, EniTemper.CALM);
    }

    /** Every ENI is made and attached by the calls that a client would make, the primary ones apart. */
    public static LargeCloud of(int instances, int enisEach) {
        var large = new LargeCloud();
        large.cloud.accountQuota(instances * enisEach);
        var vpc = large.cloud.site().createVpc(DualStack.v4(Cidr.parse("10.0.0.0/8")));
        for (int block = 0; block < BLOCKS; block++) {
            // Evenly, the remainder to the first ones.
            large.fill(block, vpc, (instances + BLOCKS - 1 - block) / BLOCKS, enisEach - 1);
        }
        large.now = BEGUN.plus(EniTemper.CALM.attaching().most());
        large.cloud.settle();
        return large;
    }

    private void fill(int block, VpcId vpc, int count, int secondaryEnis) {
        var site = cloud.site();
        var zone = CloudScene.ZONES.get(block % CloudScene.ZONES.size());
        var vSwitch = site.createVSwitch(vpc, zone, DualStack.v4(Cidr.parse("10.%d.0.0/16".formatted(block))));
        var groups = List.of(site.createSecurityGroup(vpc, SecurityGroup.Kind.ADVANCED, Label.NONE));
        for (int i = 0; i < count; i++) {
            var instance = site.launch(InstanceOrder.of(TYPE, vSwitch, groups)).getFirst();
            instances.add(instance);
            for (int eni = 0; eni < secondaryEnis; eni++) {
                addEni(instance, vSwitch, groups);
            }
        }
    }

    private void addEni(Instance instance, VSwitchId vSwitch, List<SecurityGroupId> groups) {
        var eni = must(cloud.create(EniOrder.in(vSwitch, groups)));
        must(cloud.attach(eni.id(), instance.id()));
    }

    public List<InstanceId> instances() {
        return instances.stream().map(Instance::id).toList();
    }

    public int enis() {
        return cloud.enis().size();
    }

    /** How many ENIs a describe of the instance tells of. */
    public int describe(InstanceId instance) {
        return cloud.describeEnis(List.of(new EniFilter.OfInstance(instance))).size();
    }

    private static <T> T must(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new IllegalStateException("refused: " + refused);
        };
    }
}
