package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.cloud.invariant.CloudInvariants;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.throttle.CallRates;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What quirks do to the cloud itself. */
class QuirkyCloudTest {
    private final TestClock clock = new TestClock();
    private final SimulatedCloud cloud = new SimulatedCloud(7, clock, EniTemper.CALM);
    private final CloudScene scene = CloudScene.of(cloud, "ecs.g7.large", 2);
    private final VSwitchId vSwitch = scene.vSwitches().getFirst();
    private final InstanceId node = scene.instances().getFirst().id();

    @Test
    void a_vswitch_runs_dry_by_either_code_and_its_neighbour_does_not() {
        cloud.follow(QuirkPlan.of(new Quirk.VSwitchRunsDry(Optional.of(vSwitch), ExhaustionCode.QUOTA_EXCEEDED)));
        assertEquals(ApiError.ADDRESS_QUOTA_EXCEEDED, refused(cloud.create(order())));
        done(cloud.create(EniOrder.in(scene.vSwitches().get(1), List.of(scene.securityGroup()))));
        cloud.follow(QuirkPlan.of(new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.IP_NOT_ENOUGH)));
        assertEquals(ApiError.VSWITCH_EXHAUSTED, refused(cloud.create(order())));
        var primary = scene.instances().getFirst().primaryEni();
        assertEquals(ApiError.VSWITCH_EXHAUSTED, refused(cloud.assign(new Assignment(primary, IpFamily.V4, 1))));
    }

    @Test
    void where_no_address_is_left_the_other_code_may_say_so() {
        var zone = scene.instances().getFirst().zone();
        var tiny = cloud.site().createVSwitch(scene.vpc(), zone, DualStack.v4(Cidr.parse("10.3.0.0/29")));
        cloud.follow(QuirkPlan.of(new Quirk.ExhaustionToldAs(ExhaustionCode.QUOTA_EXCEEDED)));
        done(cloud.create(EniOrder.in(tiny, List.of(scene.securityGroup()))));
        done(cloud.create(EniOrder.in(tiny, List.of(scene.securityGroup()))));
        assertEquals(
                ApiError.ADDRESS_QUOTA_EXCEEDED,
                refused(cloud.create(EniOrder.in(tiny, List.of(scene.securityGroup())))));
    }

    @Test
    void a_security_group_is_full_for_new_enis_and_addresses() {
        cloud.follow(QuirkPlan.of(new Quirk.SecurityGroupFull()));
        assertEquals(ApiError.SECURITY_GROUP_FULL, refused(cloud.create(order())));
        var primary = scene.instances().getFirst().primaryEni();
        assertEquals(ApiError.SECURITY_GROUP_FULL, refused(cloud.assign(new Assignment(primary, IpFamily.V4, 1))));
    }

    @Test
    void a_primary_eni_is_described_as_a_secondary_one_and_found_as_one() {
        cloud.follow(QuirkPlan.of(new Quirk.PrimaryShownAsSecondary()));
        assertEquals(List.of(), cloud.describeEnis(List.of(new EniFilter.OfKind(EniKind.PRIMARY))));
        var shown =
                cloud.describeEnis(List.of(new EniFilter.OfKind(EniKind.SECONDARY), new EniFilter.OfInstance(node)));
        assertEquals(scene.instances().getFirst().primaryEni(), shown.getFirst().id());
        assertEquals(
                ApiError.PRIMARY_ENI_STAYS,
                refused(cloud.detach(shown.getFirst().id(), node)),
                "and yet it is");
    }

    @Test
    void a_call_may_take_effect_when_its_caller_has_given_up() {
        cloud.follow(QuirkPlan.of(new Quirk.CallLate(Calls.ALL, Spread.ofMillis(2_000, 2_000))));
        var network = new SimulatedCloudNetwork(cloud, clock.passage());
        var primary = scene.instances().getFirst().primaryEni();
        var begun = clock.instant();
        assertInstanceOf(CloudOutcome.Unknown.class, network.assign(primary, IpFamily.V4, 1, new ClientToken("late")));
        assertEquals(begun.plus(QuirkyWay.PATIENCE), clock.instant());
        assertEquals(Optional.of(begun.plus(QuirkyWay.PATIENCE).plusSeconds(2)), cloud.nextChange());
        clock.pass(Duration.ofMillis(1_999));
        assertEquals(1, cloud.eni(primary).orElseThrow().eni().count(IpFamily.V4));
        clock.pass(Duration.ofMillis(1));
        assertEquals(2, cloud.eni(primary).orElseThrow().eni().count(IpFamily.V4));
    }

    @Test
    void each_look_may_be_at_another_moment() {
        cloud.follow(QuirkPlan.CALM.and(
                Spell.of(new Quirk.DescriptionLags(Duration.ofSeconds(5))).probably(0.5)));
        done(cloud.create(order()));
        var seen = new TreeSet<Integer>();
        for (int i = 0; i < 20; i++) {
            seen.add(cloud.describeEnis().size());
        }
        assertEquals(List.of(2, 3), List.copyOf(seen));
        clock.pass(Duration.ofSeconds(5));
        for (int i = 0; i < 20; i++) {
            assertEquals(3, cloud.describeEnis().size());
        }
    }

    @Test
    void the_count_of_free_addresses_may_be_of_a_while_ago() {
        var before = free();
        cloud.follow(QuirkPlan.of(new Quirk.FreeCountLags(Duration.ofSeconds(10))));
        done(cloud.create(order()));
        clock.pass(Duration.ofSeconds(5));
        done(cloud.create(order()));
        clock.pass(Duration.ofSeconds(4));
        assertEquals(before, free());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(before - 1, free());
        clock.pass(Duration.ofSeconds(5));
        assertEquals(before - 2, free());
    }

    @Test
    void a_device_comes_later_than_the_eni_is_in_use_with_the_addresses_that_it_has_then() {
        var seen = new ArrayList<String>();
        cloud.listen(new Diary(seen));
        seen.clear();
        cloud.follow(QuirkPlan.of(new Quirk.DeviceLate(Duration.ofSeconds(10))));
        var eni = inUse();
        assertEquals(List.of(), seen);
        done(cloud.assign(new Assignment(eni.id(), IpFamily.V4, 1)));
        clock.pass(Duration.ofSeconds(10));
        cloud.settle();
        assertEquals(List.of("come with 2"), seen);
        done(cloud.assign(new Assignment(eni.id(), IpFamily.V4, 1)));
        assertEquals(List.of("come with 2", "has 3"), seen);
    }

    @Test
    void a_device_that_never_came_does_not_come_after_its_eni_has_gone() {
        var seen = new ArrayList<String>();
        cloud.follow(QuirkPlan.of(new Quirk.DeviceLate(Duration.ofSeconds(10))));
        var eni = inUse();
        cloud.listen(new Diary(seen));
        assertEquals(2, seen.size(), "the primary ones");
        done(cloud.detach(eni.id(), node));
        clock.pass(Duration.ofSeconds(20));
        cloud.settle();
        assertEquals(2, seen.size(), () -> "" + seen);
        assertEquals(Optional.empty(), cloud.nextChange());
    }

    @Test
    void strangers_come_to_an_instance_of_their_zone_and_go_again() {
        var elsewhere = scene.vSwitches().get(1);
        cloud.follow(QuirkPlan.of(new Quirk.StrangersCome(Duration.ofSeconds(10), elsewhere)));
        cloud.settle();
        var stranger = strangers().getFirst();
        assertEquals(elsewhere, stranger.eni().vSwitch());
        assertEquals(Optional.of(scene.instances().get(1).id()), stranger.instance());
        var seen = new ArrayList<EniStatus>();
        for (int i = 0; i < 30; i++) {
            clock.pass(Duration.ofSeconds(1));
            cloud.eni(stranger.id())
                    .map(CloudEni::status)
                    .filter(status -> !seen.contains(status))
                    .ifPresent(seen::add);
            assertEquals(List.of(), CloudInvariants.violations(cloud));
        }
        assertEquals(
                List.of(
                        EniStatus.ATTACHING,
                        EniStatus.IN_USE,
                        EniStatus.DETACHING,
                        EniStatus.AVAILABLE,
                        EniStatus.DELETING),
                seen);
        cloud.follow(QuirkPlan.CALM);
        clock.pass(Duration.ofMinutes(1));
        cloud.settle();
        assertEquals(Optional.empty(), cloud.nextChange(), "nobody comes any more");
    }

    @Test
    void an_eni_is_taken_from_us() {
        var eni = inUse();
        cloud.follow(QuirkPlan.CALM.and(
                Spell.of(new Quirk.EnisTaken(Duration.ofSeconds(10))).from(Duration.ofSeconds(5))));
        clock.pass(Duration.ofSeconds(4));
        assertEquals(EniStatus.IN_USE, cloud.eni(eni.id()).orElseThrow().status());
        clock.pass(Duration.ofSeconds(4));
        assertEquals(EniStatus.AVAILABLE, cloud.eni(eni.id()).orElseThrow().status());
        clock.pass(Duration.ofSeconds(30));
        assertEquals(
                2,
                cloud.enis().stream()
                        .filter(left -> left.status() == EniStatus.IN_USE)
                        .count(),
                "no primary one");
    }

    @Test
    void an_instance_becomes_one_of_another_type_once() {
        cloud.follow(QuirkPlan.of(new Quirk.TypeChanged(node, "ecs.g7.xlarge")));
        cloud.settle();
        assertEquals(InstanceStatus.STOPPING, cloud.instance(node).orElseThrow().status());
        clock.pass(Duration.ofMinutes(1));
        var changed = cloud.instance(node).orElseThrow();
        assertEquals("ecs.g7.xlarge", changed.type().name());
        assertEquals(InstanceStatus.RUNNING, changed.status());
        assertEquals(4, changed.limits().enis());
        assertEquals(Optional.empty(), cloud.nextChange());
    }

    @Test
    void an_instance_whose_enis_do_not_fit_runs_again_as_it_was() {
        inUse();
        inUse();
        cloud.follow(QuirkPlan.of(new Quirk.TypeChanged(node, "ecs.g6.large")));
        clock.pass(Duration.ofMinutes(1));
        var changed = cloud.instance(node).orElseThrow();
        assertEquals("ecs.g7.large", changed.type().name());
        assertEquals(InstanceStatus.RUNNING, changed.status());
    }

    @Test
    void a_caller_in_memory_is_throttled_too() {
        cloud.throttle()
                .allow(new CallRates(Map.of("DescribeNetworkInterfaces", 1), OptionalInt.empty(), OptionalInt.empty()));
        var network = new SimulatedCloudNetwork(cloud, Passage.direct());
        assertInstanceOf(CloudOutcome.Done.class, network.enisOf(node));
        assertInstanceOf(CloudOutcome.Throttled.class, network.enisOf(node));
        assertInstanceOf(CloudOutcome.Done.class, network.vSwitches(List.of(vSwitch)));
        clock.pass(Duration.ofMinutes(1));
        assertInstanceOf(CloudOutcome.Done.class, network.enisOf(node));
    }

    @Test
    void a_plan_that_has_ended_leaves_a_calm_cloud() {
        cloud.follow(QuirkPlan.CALM.and(Spell.of(new Quirk.SecurityGroupFull()).lasting(Duration.ofSeconds(10))));
        refused(cloud.create(order()));
        clock.pass(Duration.ofSeconds(10));
        done(cloud.create(order()));
        assertFalse(cloud.quirks().strikes(Quirk.SecurityGroupFull.class));
    }

    @Test
    void the_contract_is_held_under_every_kind_of_quirk_but_one() {
        var played = QuirkyCloudContract.quirks()
                .map(kind -> kind.name().replaceFirst("\\[.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        played.add("EnisTaken");
        assertEquals(kinds(Quirk.class).collect(Collectors.toCollection(TreeSet::new)), played);
    }

    private static Stream<String> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isInterface() ? kinds(kind) : Stream.of(kind.getSimpleName()));
    }

    private List<CloudEni> strangers() {
        return cloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .toList();
    }

    private int free() {
        return cloud.vSwitches().stream()
                .filter(each -> each.id().equals(vSwitch))
                .findFirst()
                .orElseThrow()
                .freeAddresses();
    }

    private EniOrder order() {
        return EniOrder.in(vSwitch, List.of(scene.securityGroup()));
    }

    private CloudEni inUse() {
        var eni = done(cloud.create(order()));
        done(cloud.attach(eni.id(), node));
        clock.pass(Duration.ofSeconds(3));
        var there = cloud.eni(eni.id()).orElseThrow();
        assertTrue(there.status() == EniStatus.IN_USE, () -> "" + there);
        return there;
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    private static ApiError refused(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).error();
    }

    private record Diary(List<String> lines) implements CloudListener {
        @Override
        public void eniAttached(InstanceId instance, Eni eni) {
            lines.add("come with " + eni.count(IpFamily.V4));
        }

        @Override
        public void eniDetached(InstanceId instance, Eni eni) {
            lines.add("gone");
        }

        @Override
        public void addressesChanged(InstanceId instance, Eni eni) {
            lines.add("has " + eni.count(IpFamily.V4));
        }
    }
}
