package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatedCloudTest {
    private final TestClock clock = new TestClock();
    private final CloudScene scene = CloudScene.small(1, 2, clock);
    private final SimulatedCloud cloud = scene.cloud();
    private final InstanceId node = scene.instances().getFirst().id();

    @Test
    void the_same_seed_gives_the_same_cloud_and_another_seed_another() {
        assertEquals(cloud.enis(), CloudScene.small(1, 2, clock).cloud().enis());
        assertNotEquals(cloud.enis(), CloudScene.small(2, 2, clock).cloud().enis());
    }

    @Test
    void ids_and_macs_look_like_the_clouds() {
        var eni = create(1).eni();
        assertTrue(eni.id().text().matches("eni-bp1[0-9a-z]{17}"), eni.id().text());
        assertTrue(eni.mac().toString().startsWith("00:16:3e:"), eni.mac().toString());
    }

    @Test
    void the_lowest_free_address_goes_first() {
        var eni = create(3).eni();
        assertEquals(List.of(Ip.parse("10.1.0.4"), Ip.parse("10.1.0.5"), Ip.parse("10.1.0.6")), eni.addresses());
        done(cloud.unassign(eni.id(), List.of(Ip.parse("10.1.0.5"))));
        assertEquals(
                List.of(Ip.parse("10.1.0.5"), Ip.parse("10.1.0.7")),
                done(cloud.assign(new Assignment(eni.id(), IpFamily.V4, 2), new ClientToken("two")))
                        .addresses());
    }

    @Test
    void a_node_knows_itself() {
        var facts = new SimulatedInstanceFacts(cloud, node, Passage.direct()).read();
        var known = assertInstanceOf(CloudOutcome.Done.class, facts).value();
        assertEquals(
                new NodeFacts(
                        node,
                        CloudScene.ZONES.getFirst(),
                        scene.vSwitches().getFirst(),
                        List.of(scene.securityGroup()),
                        DualStack.both(Ip.parse("10.1.0.3"), Ip.parse("2408:4005:300:1::9")),
                        InstanceTypes.known().limits(CloudScene.TYPE)),
                known);
    }

    @Test
    void a_calm_cloud_attaches_within_three_seconds_and_says_when() {
        var eni = create(1);
        done(cloud.attach(eni.id(), node));
        var end = cloud.nextChange().orElseThrow();
        assertTrue(!end.isBefore(clock.instant().plusSeconds(1))
                && !end.isAfter(clock.instant().plusSeconds(3)));
        clock.pass(Duration.between(clock.instant(), end).minusMillis(1));
        assertEquals(EniStatus.ATTACHING, status(eni));
        clock.pass(Duration.ofMillis(1));
        assertEquals(EniStatus.IN_USE, status(eni));
        assertEquals(Optional.empty(), cloud.nextChange());
    }

    @Test
    void an_attachment_that_fails_leaves_the_eni_available() {
        cloud.follow(QuirkPlan.of(new Quirk.AttachmentFails()));
        var eni = create(1);
        done(cloud.attach(eni.id(), node));
        clock.pass(Duration.ofSeconds(3));
        assertEquals(EniStatus.AVAILABLE, status(eni));
        assertEquals(Optional.empty(), cloud.eni(eni.id()).orElseThrow().instance());
    }

    @Test
    void a_detachment_that_hangs_goes_on_when_it_is_asked_for_again() {
        var eni = create(1);
        done(cloud.attach(eni.id(), node));
        clock.pass(Duration.ofSeconds(3));
        cloud.follow(QuirkPlan.of(new Quirk.DetachmentHangs()));
        done(cloud.detach(eni.id(), node));
        clock.pass(Duration.ofHours(1));
        assertEquals(EniStatus.DETACHING, status(eni));
        cloud.follow(QuirkPlan.CALM);
        done(cloud.detach(eni.id(), node));
        clock.pass(Duration.ofSeconds(2));
        assertEquals(EniStatus.AVAILABLE, status(eni));
    }

    @Test
    void a_deletion_that_hangs_goes_on_when_it_is_asked_for_again() {
        cloud.follow(QuirkPlan.of(new Quirk.DeletionHangs()));
        var eni = create(1);
        done(cloud.delete(eni.id()));
        clock.pass(Duration.ofHours(1));
        assertEquals(EniStatus.DELETING, status(eni));
        cloud.follow(QuirkPlan.CALM);
        done(cloud.delete(eni.id()));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), cloud.eni(eni.id()));
    }

    @Test
    void what_is_described_may_lag_behind_what_is() {
        cloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(5))));
        var before = cloud.describeEnis();
        create(1);
        clock.pass(Duration.ofSeconds(2));
        var second = create(2);
        assertEquals(before, cloud.describeEnis());
        assertEquals(4, cloud.enis().size(), "what is so at once");
        clock.pass(Duration.ofSeconds(3));
        assertEquals(3, cloud.describeEnis().size(), "the first is five seconds old");
        clock.pass(Duration.ofSeconds(2));
        assertTrue(cloud.describeEnis().contains(second));
        create(3);
        cloud.follow(QuirkPlan.CALM);
        assertEquals(cloud.enis(), cloud.describeEnis());
    }

    @Test
    void a_caller_sees_what_is_described() {
        cloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(5))));
        var network = new SimulatedCloudNetwork(cloud, Passage.direct());
        var eni = create(1).id();
        done(cloud.attach(eni, node));
        var primary = cloud.eni(scene.instances().getFirst().primaryEni()).orElseThrow();
        assertEquals(new CloudOutcome.Done<>(List.of(primary.eni())), network.enisOf(node));
    }

    @Test
    void the_account_has_a_quota_of_secondary_enis() {
        cloud.accountQuota(1);
        create(1);
        assertEquals(ApiError.ACCOUNT_ENIS_EXCEEDED, refused(cloud.create(order(1), new ClientToken("second"))));
    }

    @Test
    void an_eni_with_more_addresses_than_the_type_allows_is_not_attached() {
        assertEquals(
                ApiError.IPV4_COUNT_EXCEEDED, refused(cloud.attach(create(16).id(), node)));
    }

    @Test
    void an_eni_of_another_vpc_is_not_attached() {
        var elsewhere = CloudScene.of(cloud, CloudScene.TYPE, 1);
        var eni = create(1).id();
        assertEquals(
                ApiError.VPC_MISMATCH,
                refused(cloud.attach(eni, elsewhere.instances().getFirst().id())));
        var mixed = new EniOrder(scene.vSwitches().getFirst(), List.of(elsewhere.securityGroup()), 1, 0, Map.of());
        assertEquals(ApiError.VPC_MISMATCH, refused(cloud.create(mixed, new ClientToken("mixed"))));
    }

    @Test
    void an_address_that_is_not_the_enis_is_not_taken_from_it() {
        assertEquals(
                ApiError.ADDRESS_NOT_ASSIGNED, refused(cloud.unassign(create(1).id(), List.of(Ip.parse("10.1.0.99")))));
    }

    @Test
    void an_eni_has_one_to_five_security_groups_and_at_most_twenty_tags() {
        var group = scene.securityGroup();
        var more = Stream.generate(() -> cloud.site().createSecurityGroup(scene.vpc()))
                .limit(5)
                .toList();
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order(List.of(), 0), new ClientToken("none"))));
        var six = Stream.concat(more.stream(), Stream.of(group)).toList();
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order(six, 0), new ClientToken("six"))));
        assertEquals(ApiError.TAGS_EXCEEDED, refused(cloud.create(order(more, 21), new ClientToken("tags"))));
        done(cloud.create(order(more, 20), new ClientToken("as-many-as-may-be")));
    }

    @Test
    void numbers_out_of_range_are_refused() {
        for (var count : List.of(0, 51)) {
            assertEquals(
                    ApiError.INVALID_PARAMETER, refused(cloud.create(order(count), new ClientToken("v4-" + count))));
        }
        for (var count : List.of(-1, 11)) {
            var order = new EniOrder(scene.vSwitches().getFirst(), List.of(scene.securityGroup()), 1, count, Map.of());
            assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order, new ClientToken("v6-" + count))));
        }
        var eni = create(2).eni();
        for (var assignment : List.of(
                new Assignment(eni.id(), IpFamily.V4, 0),
                new Assignment(eni.id(), IpFamily.V6, 0),
                new Assignment(eni.id(), IpFamily.V6, 11))) {
            assertEquals(
                    ApiError.INVALID_PARAMETER,
                    refused(cloud.assign(
                            assignment, new ClientToken("" + assignment.wish().count()))));
        }
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.unassign(eni.id(), List.of())));
        var second = eni.addresses().getLast();
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.unassign(eni.id(), List.of(second, second))));
    }

    @Test
    void an_eni_that_is_neither_available_nor_in_use_is_left_alone() {
        var eni = create(2);
        done(cloud.attach(eni.id(), node));
        var more = new Assignment(eni.id(), IpFamily.V4, 1);
        assertEquals(ApiError.INVALID_ENI_STATE, refused(cloud.assign(more, new ClientToken("more"))));
        assertEquals(
                ApiError.INVALID_ENI_STATE,
                refused(cloud.unassign(eni.id(), List.of(eni.eni().addresses().getLast()))));
        assertEquals(ApiError.INVALID_ENI_STATE, refused(cloud.attach(eni.id(), node)));
        assertEquals(ApiError.INVALID_ENI_STATE, refused(cloud.detach(eni.id(), node)));
        assertEquals(ApiError.INVALID_ENI_STATE, refused(cloud.delete(eni.id())));
    }

    @Test
    void the_primary_eni_is_attached_and_deleted_with_its_instance_only() {
        var primary = scene.instances().getFirst().primaryEni();
        assertEquals(ApiError.INVALID_ENI_TYPE, refused(cloud.attach(primary, node)));
        assertEquals(ApiError.INVALID_ENI_STATE, refused(cloud.delete(primary)));
    }

    @Test
    void an_instance_has_an_ipv6_address_where_its_vswitch_has_any() {
        var site = cloud.site();
        var groups = List.of(scene.securityGroup());
        var ipv4Only =
                site.createVSwitch(scene.vpc(), CloudScene.ZONES.getFirst(), DualStack.v4(Cidr.parse("10.3.0.0/24")));
        assertEquals(1, addresses(site.launch(CloudScene.TYPE, ipv4Only, groups)));
        assertEquals(2, addresses(site.launch(CloudScene.TYPE, scene.vSwitches().getFirst(), groups)));
    }

    @Test
    void a_token_is_forgotten_after_a_day() {
        var first = create(1);
        clock.pass(Duration.ofHours(24));
        assertEquals(first, create(1));
        clock.pass(Duration.ofSeconds(1));
        assertNotEquals(first.id(), create(1).id());
    }

    @Test
    void a_listener_hears_of_enis_in_use_before_and_after_it_came() {
        var heard = new ArrayList<String>();
        cloud.listen(new Notebook(heard));
        assertEquals(2, heard.size(), "of both nodes' primary ENIs");
        heard.clear();
        var eni = create(2).id();
        done(cloud.attach(eni, node));
        assertEquals(List.of(), heard, "not before it is there");
        clock.pass(Duration.ofSeconds(3));
        cloud.settle();
        done(cloud.unassign(eni, List.of(Ip.parse("10.1.0.5"))));
        done(cloud.detach(eni, node));
        clock.pass(Duration.ofSeconds(2));
        cloud.settle();
        assertEquals(
                List.of(
                        "attached %s to %s with [10.1.0.4, 10.1.0.5]".formatted(eni, node),
                        "%s of %s has [10.1.0.4]".formatted(eni, node),
                        "detached %s from %s".formatted(eni, node)),
                heard);
    }

    @Test
    void a_listener_hears_of_an_instance_that_is_launched_later() {
        var heard = new ArrayList<String>();
        cloud.listen(new Notebook(heard));
        heard.clear();
        var late = cloud.site().launch(CloudScene.TYPE, scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
        assertEquals(
                List.of("attached %s to %s with [10.1.0.4, 2408:4005:300:1::a]"
                        .formatted(late.primaryEni(), late.id())),
                heard);
    }

    @Test
    void a_listener_may_call_the_cloud() {
        var heard = new ArrayList<EniId>();
        cloud.listen(new Notebook(new ArrayList<>()) {
            @Override
            public void eniAttached(InstanceId instance, Eni eni) {
                heard.add(cloud.eni(eni.id()).orElseThrow().id());
            }
        });
        assertEquals(cloud.enis().stream().map(CloudEni::id).toList(), heard);
    }

    @Test
    void a_scene_that_cannot_be_throws() {
        var site = cloud.site();
        var zone = CloudScene.ZONES.getFirst();
        for (var block : List.of("10.1.0.0/24", "10.0.0.0/15", "10.3.0.0/30", "192.168.0.0/24")) {
            var v4 = DualStack.v4(Cidr.parse(block));
            assertThrows(IllegalArgumentException.class, () -> site.createVSwitch(scene.vpc(), zone, v4), block);
        }
        var onlyV6 = DualStack.v6(Cidr.parse("2408:4005:300:9::/64"));
        assertThrows(IllegalArgumentException.class, () -> site.createVSwitch(scene.vpc(), zone, onlyV6));
        assertThrows(
                IllegalArgumentException.class,
                () -> site.launch("ecs.dream", scene.vSwitches().getFirst(), List.of(scene.securityGroup())));
    }

    private CloudEni create(int ipv4) {
        return done(cloud.create(order(ipv4), new ClientToken("create-" + ipv4)));
    }

    private EniOrder order(int ipv4) {
        return new EniOrder(scene.vSwitches().getFirst(), List.of(scene.securityGroup()), ipv4, 0, Map.of());
    }

    private EniOrder order(List<SecurityGroupId> groups, int tags) {
        var numbered = IntStream.range(0, tags).boxed().collect(Collectors.toMap(i -> "tag" + i, i -> "value"));
        return new EniOrder(scene.vSwitches().getFirst(), groups, 1, 0, numbered);
    }

    private int addresses(Instance instance) {
        return cloud.eni(instance.primaryEni()).orElseThrow().eni().addresses().size();
    }

    private EniStatus status(CloudEni eni) {
        return cloud.eni(eni.id()).orElseThrow().status();
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

    private static class Notebook implements CloudListener {
        private final List<String> lines;

        Notebook(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void eniAttached(InstanceId instance, Eni eni) {
            lines.add("attached %s to %s with %s".formatted(eni.id(), instance, eni.addresses()));
        }

        @Override
        public void eniDetached(InstanceId instance, Eni eni) {
            lines.add("detached %s from %s".formatted(eni.id(), instance));
        }

        @Override
        public void addressesChanged(InstanceId instance, Eni eni) {
            lines.add("%s of %s has %s".formatted(eni.id(), instance, eni.addresses()));
        }
    }
}
