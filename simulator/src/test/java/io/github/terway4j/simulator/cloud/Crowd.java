package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniEdit;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Callers who do anything at any time, in a moody cloud so small that they soon meet every limit. */
final class Crowd {
    private static final EniTemper MOODY =
            new EniTemper(Spread.ofMillis(0, 3_000), Spread.ofMillis(0, 2_000), Spread.ofMillis(0, 1_000));
    /** Attachments fail, detachments and deletions hang, now and then. */
    static final QuirkPlan MOODS = QuirkPlan.CALM
            .and(Spell.of(new Quirk.AttachmentFails()).probably(0.2))
            .and(Spell.of(new Quirk.DetachmentHangs()).probably(0.2))
            .and(Spell.of(new Quirk.DeletionHangs()).probably(0.2));

    private static final InstanceLimits TRUNKED = new InstanceLimits("test.trunk", 3, 5, 6, 2, true, 1);

    final TestClock clock = new TestClock();
    final SimulatedCloud cloud = new SimulatedCloud(1, clock, MOODY);
    final CloudScene scene = CloudScene.of(cloud, TRUNKED, 2);
    final List<VSwitchId> vSwitches =
            List.of(tiny("10.3.0.0/28"), tiny("10.4.0.0/25"), scene.vSwitches().get(1));
    private final SecurityGroupId otherGroup = cloud.site().createSecurityGroup(scene.vpc());
    private final RandomGenerator chance;

    Crowd(long seed) {
        cloud.follow(MOODS);
        this.chance = new SplittableRandom(seed);
        cloud.site().launch("ecs.g6.large", scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
        cloud.site().reserve(vSwitches.get(1), Cidr.parse("10.4.0.64/27"));
        cloud.site().reserve(vSwitches.get(2), Cidr.parse("10.2.8.0/26"));
        cloud.site().reserve(vSwitches.get(2), Cidr.parse("2408:4005:300:2:8000::/78"));
    }

    void passTime() {
        clock.pass(Duration.ofMillis(chance.nextLong(1_000)));
    }

    Answer<?> operation() {
        if (cloud.enis().isEmpty()) {
            return run();
        }
        var eni = one(cloud.enis());
        return switch (chance.nextInt(16)) {
            case 0, 1 -> cloud.create(order(), token());
            case 2 -> cloud.attach(eni.id(), instance());
            case 3, 4 -> ride();
            case 5 -> cloud.detach(eni.id(), eni.instance().orElseGet(this::instance));
            case 6 ->
                eni.status() == EniStatus.AVAILABLE || chance.nextBoolean()
                        ? cloud.delete(eni.id())
                        : cloud.detach(eni.id(), instance());
            case 7, 8, 9 -> assign(eni);
            case 10, 11 -> unassign(eni);
            case 12 -> cloud.modify(eni.id(), List.of(edit()));
            case 13 -> chance.nextBoolean() ? run() : cloud.machines().delete(instance(), chance.nextBoolean());
            case 14 -> cloud.machines().stop(instance());
            default ->
                chance.nextBoolean()
                        ? cloud.machines().start(instance())
                        : cloud.machines().changeType(instance(), one(List.of("test.trunk", "ecs.g6.large")));
        };
    }

    private EniOrder order() {
        var order = new EniOrder(
                one(vSwitches),
                List.of(scene.securityGroup()),
                chance.nextInt(1, 8),
                chance.nextInt(3) / 2,
                Map.of("batch", "" + chance.nextInt(3)));
        return switch (chance.nextInt(4)) {
            case 0 -> order.ofKind(EniKind.TRUNK);
            case 1 -> order.carrying(TrafficMode.HIGH_PERFORMANCE).withIpv4(AddressWish.prefixes(1));
            default -> order;
        };
    }

    /** What somebody does who wants members: makes a trunk, attaches it, then whatever is free to it; and undoes it. */
    private Answer<?> ride() {
        var trunks = cloud.enis().stream()
                .filter(each -> each.eni().kind() == EniKind.TRUNK)
                .toList();
        if (trunks.isEmpty()) {
            return cloud.create(order().ofKind(EniKind.TRUNK), token());
        }
        var trunk = one(trunks);
        if (trunk.instance().isEmpty()) {
            return cloud.attach(trunk.id(), instance());
        }
        var its = trunk.instance().orElseThrow();
        var free = cloud.enis().stream()
                .filter(each -> each.status() == EniStatus.AVAILABLE)
                .toList();
        return free.isEmpty() || chance.nextInt(3) == 0
                ? cloud.detach(trunk.id(), its)
                : cloud.attach(AttachOrder.behind(trunk.id(), its, one(free).id()));
    }

    private Answer<?> assign(CloudEni eni) {
        var family = one(List.of(IpFamily.values()));
        var wish = switch (chance.nextInt(4)) {
            case 0 -> AddressWish.prefixes(chance.nextInt(1, 3));
            case 1 ->
                AddressWish.these(List.of(
                        family == IpFamily.V4
                                ? Ip.parse("10.3.0.0").plus(chance.nextInt(16))
                                : Ip.parse("2408:4005:300:2::").plus(chance.nextInt(16))));
            default -> AddressWish.count(chance.nextInt(1, 5));
        };
        return cloud.assign(new Assignment(eni.id(), family, wish), token());
    }

    private Answer<?> unassign(CloudEni eni) {
        var held = eni.eni().addresses();
        var addresses = held.subList(chance.nextInt(held.size()), held.size());
        return cloud.unassign(new Withdrawal(eni.id(), addresses, chance.nextBoolean() ? eni.prefixes() : List.of()));
    }

    private EniEdit edit() {
        return one(List.of(
                new EniEdit.DeleteOnRelease(chance.nextBoolean()),
                new EniEdit.Name("name-" + chance.nextInt(3)),
                new EniEdit.SecurityGroups(List.of(otherGroup)),
                new EniEdit.SecurityGroups(List.of(scene.securityGroup(), otherGroup))));
    }

    private Answer<?> run() {
        var order = new InstanceOrder(
                "test.trunk", one(vSwitches), List.of(otherGroup), 1, Label.NONE, Optional.empty(), 0);
        return cloud.machines().run(order, token());
    }

    private VSwitchId tiny(String block) {
        return cloud.site().createVSwitch(scene.vpc(), CloudScene.ZONES.getFirst(), DualStack.v4(Cidr.parse(block)));
    }

    private InstanceId instance() {
        var all = Stream.concat(scene.instances().stream(), cloud.instances().stream())
                .map(Instance::id)
                .toList();
        return one(all);
    }

    /** Of so few that some come twice. */
    private ClientToken token() {
        return new ClientToken("token-" + chance.nextInt(1_000));
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
