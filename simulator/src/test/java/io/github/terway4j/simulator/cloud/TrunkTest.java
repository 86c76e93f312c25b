package io.github.terway4j.simulator.cloud;

import static io.github.terway4j.simulator.cloud.Asked.done;
import static io.github.terway4j.simulator.cloud.Asked.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trunks and the members that ride on them, on a machine with three ENIs of its own and five in all. */
class TrunkTest {
    private static final InstanceLimits SMALL = new InstanceLimits("test.trunk", 3, 5, 4, 4, true, 1);

    private final TestClock clock = new TestClock();
    private final SimulatedCloud cloud = new SimulatedCloud(1, clock, EniTemper.CALM);
    private final CloudScene scene = CloudScene.of(cloud, SMALL, 1);
    private final InstanceId node = scene.instances().getFirst().id();
    private final EniId trunk = inUse(AttachOrder.to(node, make(EniKind.TRUNK)));

    @Test
    void a_secondary_eni_is_a_member_while_it_rides_on_a_trunk() {
        var eni = make(EniKind.SECONDARY);
        done(cloud.attach(AttachOrder.behind(trunk, node, eni)));
        assertEquals(EniKind.MEMBER, look(eni).eni().kind());
        assertEquals(EniStatus.ATTACHING, look(eni).status());
        pass();
        assertEquals(
                Optional.of(new EniAttachment(node, Optional.of(trunk), 1, 0)),
                look(eni).attachment());
        assertEquals(List.of(eni), look(trunk).members());
        done(cloud.detach(new DetachOrder(eni, node, Optional.of(trunk))));
        pass();
        assertEquals(EniKind.SECONDARY, look(eni).eni().kind());
        assertEquals(List.of(), look(trunk).members());
    }

    @Test
    void each_member_has_the_lowest_vlan_that_no_other_has() {
        var first = member();
        assertEquals(2, look(member()).attachment().orElseThrow().deviceIndex());
        done(cloud.detach(first, node));
        pass();
        assertEquals(1, look(member()).attachment().orElseThrow().deviceIndex());
    }

    @Test
    void members_take_no_place_of_the_instances_own_enis_but_count_among_all() {
        inUse(AttachOrder.to(node, make(EniKind.SECONDARY)));
        member();
        member();
        assertEquals(
                ApiError.INSTANCE_ENIS_EXCEEDED,
                refused(cloud.attach(AttachOrder.behind(trunk, node, make(EniKind.SECONDARY)))));
    }

    @Test
    void members_can_take_the_places_that_the_instances_own_enis_leave_empty() {
        member();
        member();
        member();
        assertEquals(ApiError.INSTANCE_ENIS_EXCEEDED, refused(cloud.attach(make(EniKind.SECONDARY), node)));
    }

    @Test
    void a_trunk_stays_while_it_carries_a_member() {
        var member = member();
        assertEquals(ApiError.MEMBERS_ATTACHED, refused(cloud.detach(trunk, node)));
        done(cloud.detach(member, node));
        assertEquals(ApiError.MEMBERS_ATTACHED, refused(cloud.detach(trunk, node)), "it is still leaving");
        pass();
        done(cloud.detach(trunk, node));
        pass();
        assertEquals(EniKind.TRUNK, look(trunk).eni().kind());
    }

    @Test
    void an_instance_has_one_trunk_and_only_if_its_type_knows_any() {
        assertEquals(ApiError.INSTANCE_ENIS_EXCEEDED, refused(cloud.attach(make(EniKind.TRUNK), node)));
        var plain = new InstanceLimits("test.plain", 3, 3, 4, 4, false, 0);
        var without = cloud.site().launch(plain, scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
        assertEquals(ApiError.INVALID_ENI_TYPE, refused(cloud.attach(make(EniKind.TRUNK), without.id())));
    }

    @Test
    void nothing_rides_on_what_is_no_trunk_or_is_not_in_use_there() {
        var eni = make(EniKind.SECONDARY);
        var own = inUse(AttachOrder.to(node, make(EniKind.SECONDARY)));
        assertEquals(ApiError.INVALID_ENI_TYPE, refused(cloud.attach(AttachOrder.behind(own, node, eni))));
        assertEquals(
                ApiError.INVALID_ENI_STATE, refused(cloud.attach(AttachOrder.behind(make(EniKind.TRUNK), node, eni))));
        assertEquals(
                ApiError.INVALID_ENI_TYPE, refused(cloud.attach(AttachOrder.behind(trunk, node, make(EniKind.TRUNK)))));
    }

    @Test
    void a_member_is_not_detached_from_another_trunk_than_its_own() {
        var member = member();
        var wrong = new DetachOrder(member, node, Optional.of(make(EniKind.TRUNK)));
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.detach(wrong)));
    }

    @Test
    void an_attachment_to_a_trunk_that_fails_leaves_no_member_behind() {
        cloud.follow(QuirkPlan.of(new Quirk.AttachmentFails()));
        var eni = make(EniKind.SECONDARY);
        done(cloud.attach(AttachOrder.behind(trunk, node, eni)));
        pass();
        assertEquals(EniKind.SECONDARY, look(eni).eni().kind());
        assertEquals(List.of(), look(trunk).members());
    }

    @Test
    void an_instance_has_as_many_enis_for_rdma_as_its_type_says_and_cards_to_put_them_on() {
        inUse(AttachOrder.to(node, rdma()));
        assertEquals(ApiError.INSTANCE_ENIS_EXCEEDED, refused(cloud.attach(rdma(), node)));
        var elsewhere = new AttachOrder(make(EniKind.SECONDARY), node, Optional.empty(), 1);
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.attach(elsewhere)), "there is one card");
    }

    private EniId member() {
        return inUse(AttachOrder.behind(trunk, node, make(EniKind.SECONDARY)));
    }

    private EniId rdma() {
        return done(cloud.create(order().carrying(TrafficMode.HIGH_PERFORMANCE)))
                .id();
    }

    private EniId make(EniKind kind) {
        return done(cloud.create(order().ofKind(kind))).id();
    }

    private EniOrder order() {
        return EniOrder.in(scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
    }

    private EniId inUse(AttachOrder order) {
        done(cloud.attach(order));
        pass();
        return order.eni();
    }

    private void pass() {
        clock.pass(Duration.ofSeconds(3));
    }

    private CloudEni look(EniId id) {
        return cloud.eni(id).orElseThrow();
    }
}
