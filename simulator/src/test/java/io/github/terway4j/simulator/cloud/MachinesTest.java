package io.github.terway4j.simulator.cloud;

import static io.github.terway4j.simulator.cloud.Asked.done;
import static io.github.terway4j.simulator.cloud.Asked.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.EniEdit;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.InstanceFilter;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.invariant.CloudInvariants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Instances as callers make, stop, change and delete them. */
class MachinesTest {
    private final TestClock clock = new TestClock();
    private final CloudScene scene = CloudScene.small(1, 1, clock);
    private final SimulatedCloud cloud = scene.cloud();
    private final Machines machines = cloud.machines();
    private final InstanceId node = scene.instances().getFirst().id();

    @Test
    void an_instance_is_pending_then_starting_then_running() {
        var born = done(machines.run(order())).getFirst();
        assertEquals(InstanceStatus.PENDING, born.status());
        assertEquals(
                EniStatus.IN_USE, cloud.eni(born.primaryEni()).orElseThrow().status());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(InstanceStatus.STARTING, status(born.id()));
        clock.pass(Duration.ofSeconds(4));
        assertEquals(InstanceStatus.RUNNING, status(born.id()));
    }

    @Test
    void whoever_looks_late_finds_it_running_since_its_time() {
        var born = done(machines.run(order())).getFirst();
        clock.pass(Duration.ofSeconds(5));
        assertEquals(InstanceStatus.RUNNING, status(born.id()));
    }

    @Test
    void as_many_are_made_as_ordered_and_none_twice_for_one_token() {
        var token = new ClientToken("three");
        var born = done(machines.run(order().times(3).with(Label.named("worker")), token));
        assertEquals(3, born.size());
        assertEquals(born, done(machines.run(order().times(3).with(Label.named("worker")), token)));
        assertEquals(4, cloud.instances().size());
        assertEquals(
                3,
                machines.describe(List.of(new InstanceFilter.Named("worker"))).size());
    }

    @Test
    void all_are_made_or_none() {
        var tiny = cloud.site()
                .createVSwitch(scene.vpc(), CloudScene.ZONES.getFirst(), DualStack.v4(Cidr.parse("10.3.0.0/29")));
        var three = InstanceOrder.of(CloudScene.TYPE, tiny, List.of(scene.securityGroup()))
                .times(3);
        assertEquals(ApiError.VSWITCH_EXHAUSTED, refused(machines.run(three)));
        assertEquals(1, cloud.instances().size());
        assertEquals(2, done(machines.run(three.times(2))).size());
    }

    @Test
    void an_instance_is_as_ordered() {
        var born = done(machines.run(
                        order().withPrivateAddress(Ip.parse("10.1.0.77")).withIpv6(2)))
                .getFirst();
        var primary = cloud.eni(born.primaryEni()).orElseThrow().eni();
        assertEquals(Ip.parse("10.1.0.77"), primary.primaryAddress());
        assertEquals(2, primary.count(IpFamily.V6));
        assertEquals(CloudScene.TYPE, born.type().name());
    }

    @Test
    void an_order_that_cannot_be_is_refused() {
        var address = Ip.parse("10.1.0.77");
        for (var count : List.of(0, 101)) {
            assertEquals(ApiError.INVALID_PARAMETER, refused(machines.run(order().times(count))));
        }
        assertEquals(
                ApiError.INVALID_PARAMETER,
                refused(machines.run(order().withPrivateAddress(address).times(2))));
        var dream = InstanceOrder.of("ecs.dream", scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
        assertEquals(ApiError.TYPE_NOT_FOUND, refused(machines.run(dream)));
        assertEquals(ApiError.IPV6_COUNT_EXCEEDED, refused(machines.run(order().withIpv6(16))));
        assertEquals(ApiError.INVALID_PARAMETER, refused(machines.run(order().with(Label.named("9")))));
    }

    @Test
    void enis_come_and_go_while_an_instance_runs_or_is_stopped_and_not_in_between() {
        var eni = make();
        done(machines.stop(node));
        assertEquals(ApiError.INVALID_INSTANCE_STATE, refused(cloud.attach(eni, node)));
        var primary = scene.instances().getFirst().primaryEni();
        assertEquals(ApiError.INVALID_INSTANCE_STATE, refused(cloud.assign(new Assignment(primary, IpFamily.V4, 1))));
        clock.pass(Duration.ofSeconds(3));
        assertEquals(InstanceStatus.STOPPED, status(node));
        done(cloud.attach(eni, node));
        clock.pass(Duration.ofSeconds(3));
        done(machines.start(node));
        assertEquals(ApiError.INVALID_INSTANCE_STATE, refused(cloud.detach(eni, node)));
        clock.pass(Duration.ofSeconds(4));
        done(cloud.detach(eni, node));
    }

    @Test
    void only_what_runs_is_stopped_and_only_what_is_stopped_is_started() {
        assertEquals(ApiError.INCORRECT_INSTANCE_STATUS, refused(machines.start(node)));
        done(machines.stop(node));
        assertEquals(ApiError.INCORRECT_INSTANCE_STATUS, refused(machines.stop(node)));
        assertEquals(ApiError.INSTANCE_NOT_FOUND, refused(machines.stop(new InstanceId("i-none"))));
    }

    @Test
    void a_stopped_instance_may_change_its_type_and_has_other_limits_then() {
        assertEquals(ApiError.INCORRECT_INSTANCE_STATUS, refused(machines.changeType(node, "ecs.g7.2xlarge")));
        stop();
        done(machines.changeType(node, "ecs.g7.16xlarge"));
        assertEquals(8, machines.find(node).orElseThrow().limits().enis());
    }

    @Test
    void a_type_that_is_too_small_for_what_is_attached_is_refused() {
        for (int i = 0; i < 3; i++) {
            attach(make());
        }
        stop();
        assertEquals(ApiError.INSTANCE_ENIS_EXCEEDED, refused(machines.changeType(node, "ecs.g7.large")));
        assertEquals(CloudScene.TYPE, machines.find(node).orElseThrow().type().name());
    }

    @Test
    void a_type_without_a_trunk_is_refused_while_one_is_attached() {
        var limits = new InstanceLimits("test.trunk", 3, 5, 4, 4, true, 0);
        var big = cloud.site()
                .launch(limits, scene.vSwitches().getFirst(), List.of(scene.securityGroup()))
                .id();
        done(cloud.attach(done(cloud.create(eni().ofKind(EniKind.TRUNK))).id(), big));
        clock.pass(Duration.ofSeconds(3));
        done(machines.stop(big));
        clock.pass(Duration.ofSeconds(3));
        assertEquals(ApiError.INVALID_ENI_TYPE, refused(machines.changeType(big, "ecs.g7.large")));
    }

    @Test
    void an_instance_takes_its_enis_along_except_those_that_were_told_to_stay() {
        var goes = attach(make());
        var stays = attach(make());
        done(cloud.modify(stays, List.of(new EniEdit.DeleteOnRelease(false))));
        var leaving = make();
        done(cloud.attach(leaving, node));
        stop();
        done(machines.delete(node, false));
        assertEquals(List.of(stays), cloud.enis().stream().map(eni -> eni.id()).toList());
        var left = cloud.eni(stays).orElseThrow();
        assertEquals(EniStatus.AVAILABLE, left.status());
        assertTrue(left.attachment().isEmpty());
        assertEquals(List.of(), CloudInvariants.violations(cloud));
        clock.pass(Duration.ofHours(1));
        cloud.settle();
        assertEquals(List.of(stays), cloud.enis().stream().map(eni -> eni.id()).toList(), "and nothing comes later");
        assertTrue(cloud.eni(goes).isEmpty());
    }

    @Test
    void an_eni_on_its_way_to_an_instance_that_is_deleted_does_not_arrive() {
        var eni = make();
        done(cloud.modify(eni, List.of(new EniEdit.DeleteOnRelease(false))));
        done(cloud.attach(eni, node));
        done(machines.delete(node, true));
        assertEquals(EniStatus.AVAILABLE, cloud.eni(eni).orElseThrow().status());
        clock.pass(Duration.ofSeconds(3));
        assertEquals(EniStatus.AVAILABLE, cloud.eni(eni).orElseThrow().status());
        assertTrue(cloud.nextChange().isEmpty());
    }

    @Test
    void a_running_instance_is_deleted_by_force_alone() {
        assertEquals(ApiError.INCORRECT_INSTANCE_STATUS, refused(machines.delete(node, false)));
        done(machines.delete(node, true));
        assertEquals(List.of(), cloud.instances());
        assertEquals(List.of(), cloud.enis());
    }

    @Test
    void an_instance_that_a_route_leads_to_stays() {
        var table = cloud.routes().tablesOf(scene.vpc()).getFirst().id();
        var route = new RouteOrder(table, Cidr.parse("172.16.0.0/24"), new VpcNextHop.ToInstance(node));
        done(cloud.routes().create(route, new ClientToken("route")));
        assertEquals(ApiError.INSTANCE_HAS_ROUTES, refused(machines.delete(node, true)));
    }

    @Test
    void members_that_stay_when_their_trunk_goes_are_secondary_enis_again() {
        var limits = new InstanceLimits("test.trunk", 3, 5, 4, 4, true, 0);
        var big = cloud.site()
                .launch(limits, scene.vSwitches().getFirst(), List.of(scene.securityGroup()))
                .id();
        var trunk = done(cloud.create(eni().ofKind(EniKind.TRUNK))).id();
        done(cloud.attach(trunk, big));
        clock.pass(Duration.ofSeconds(3));
        var member = make();
        done(cloud.attach(AttachOrder.behind(trunk, big, member)));
        clock.pass(Duration.ofSeconds(3));
        done(cloud.modify(member, List.of(new EniEdit.DeleteOnRelease(false))));
        done(machines.delete(big, true));
        assertTrue(cloud.eni(trunk).isEmpty());
        assertEquals(EniKind.SECONDARY, cloud.eni(member).orElseThrow().eni().kind());
        assertEquals(List.of(), CloudInvariants.violations(cloud));
    }

    @Test
    void instances_are_found_by_what_they_are() {
        var tagged = done(machines.run(order().with(Label.tagged(Map.of("role", "db")))))
                .getFirst();
        var all = List.<InstanceFilter>of(
                new InstanceFilter.Tagged("role", "db"),
                new InstanceFilter.HasTag("role"),
                new InstanceFilter.InStatus(InstanceStatus.PENDING),
                new InstanceFilter.OfType(CloudScene.TYPE),
                new InstanceFilter.InVpc(scene.vpc()),
                new InstanceFilter.InZone(CloudScene.ZONES.getFirst()),
                new InstanceFilter.InVSwitch(scene.vSwitches().getFirst()),
                new InstanceFilter.InSecurityGroup(scene.securityGroup()),
                new InstanceFilter.Ids(List.of(tagged.id())));
        assertEquals(List.of(tagged), machines.describe(all));
        assertEquals(2, machines.describe(List.of()).size());
        var narrow = IntStream.of(0, 1, 2, 8).mapToObj(all::get).toList();
        narrow.forEach(filter -> assertEquals(List.of(tagged), machines.describe(List.of(filter)), filter::toString));
    }

    private EniId attach(EniId eni) {
        done(cloud.attach(eni, node));
        clock.pass(Duration.ofSeconds(3));
        return eni;
    }

    private void stop() {
        done(machines.stop(node));
        clock.pass(Duration.ofSeconds(3));
    }

    private InstanceStatus status(InstanceId id) {
        return machines.find(id).orElseThrow().status();
    }

    private EniId make() {
        return done(cloud.create(eni())).id();
    }

    private EniOrder eni() {
        return EniOrder.in(scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
    }

    private InstanceOrder order() {
        return InstanceOrder.of(CloudScene.TYPE, scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
    }
}
