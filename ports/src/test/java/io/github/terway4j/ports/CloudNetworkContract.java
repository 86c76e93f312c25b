package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every cloud network promises. Before each test there is a fresh cloud with three instances that have no ENI but
 * their primary one.
 */
public interface CloudNetworkContract extends Patience {
    CloudNetwork cloud();

    /** The instance that most of this is about. */
    InstanceId instance();

    /** Another instance in the same zone. */
    InstanceId neighbour();

    /** Another instance in another zone. */
    InstanceId faraway();

    /** One more instance in the same zone, of a type that has a trunk, an ENI beside, and two members. */
    InstanceId trunking();

    /** Of all three instances: at least one ENI beside the primary, and at least three addresses of each family. */
    InstanceLimits limits();

    /** Dual-stack, in the zone of {@link #instance}, with at least 300 free addresses. */
    VSwitchId vSwitch();

    /** In the zone of {@link #instance}, and no IPv4 address is free. */
    VSwitchId exhaustedVSwitch();

    /** In the zone of {@link #instance}, without an IPv6 block, with 1 to 50 free addresses. */
    VSwitchId ipv4VSwitch();

    /**
     * Dual-stack, in the zone of {@link #instance}, with free addresses, and with blocks set aside for two prefixes of
     * IPv4 and for one or more of IPv6.
     */
    VSwitchId prefixVSwitch();

    List<SecurityGroupId> securityGroups();

    /** Whether somebody other than the caller put this ENI there. */
    default boolean isStrange(Eni eni) {
        return false;
    }

    /** Whether that is what descriptions call the ENI that an instance is born with. */
    default boolean isPrimary(EniKind told) {
        return told == EniKind.PRIMARY;
    }

    // Looking

    @Test
    default void an_instance_is_born_with_one_primary_eni_in_use() {
        var enis = enis(instance());
        assertEquals(1, enis.size(), () -> "" + enis);
        assertTrue(isPrimary(enis.getFirst().kind()), () -> "" + enis);
        assertEquals(EniStatus.IN_USE, enis.getFirst().status());
    }

    @Test
    default void vswitches_come_in_the_order_asked_for_and_unknown_ones_are_left_out() {
        var there = done(() -> cloud().vSwitches(List.of(ipv4VSwitch(), new VSwitchId("vsw-nowhere"), vSwitch())));
        assertEquals(
                List.of(ipv4VSwitch(), vSwitch()),
                there.stream().map(VSwitch::id).toList());
    }

    @Test
    default void a_vswitch_tells_its_zone_its_blocks_and_that_it_is_exhausted() {
        var there = caller().settled(() -> cloud().vSwitches(List.of(vSwitch(), exhaustedVSwitch())));
        assertEquals(there.get(0).zone(), there.get(1).zone());
        assertTrue(there.get(0).cidrs().has(IpFamily.V6), () -> "" + there);
        assertTrue(there.get(0).freeAddresses() >= 300, () -> "" + there);
        assertEquals(0, there.get(1).freeAddresses());
    }

    @Test
    default void every_eni_and_every_address_is_told_to_the_last_page() {
        var made = new ArrayList<Eni>();
        for (int i = 0; i < 101; i++) {
            var token = token("eni" + i);
            made.add(done(() -> cloud().create(wanted(vSwitch(), 2, 0), token)));
        }
        var large = done(() -> cloud().create(wanted(vSwitch(), 40, 10), token("large")));
        var seen = enis(instance());
        assertEquals(
                seen.stream().map(Eni::id).sorted().toList(),
                seen.stream().map(Eni::id).toList());
        assertEquals(103, seen.size());
        for (var eni : made) {
            assertEquals(eni.addresses(), find(instance(), eni.id(), seen).addresses());
        }
        assertEquals(large.addresses(), find(instance(), large.id(), seen).addresses());
    }

    @Test
    default void an_eni_made_for_one_instance_is_not_told_of_another() {
        var eni = create(1, 0);
        assertTrue(ids(enis(instance())).contains(eni));
        assertFalse(ids(enis(neighbour())).contains(eni));
    }

    // Making

    @Test
    default void a_new_eni_is_available_with_the_addresses_asked_for() {
        var eni = done(() -> cloud().create(wanted(vSwitch(), 3, 2), token("new")));
        var vSwitch = done(() -> cloud().vSwitches(List.of(vSwitch()))).getFirst();
        assertEquals(EniKind.SECONDARY, eni.kind());
        assertEquals(EniStatus.AVAILABLE, eni.status());
        assertEquals(vSwitch(), eni.vSwitch());
        assertEquals(3, eni.count(IpFamily.V4));
        assertEquals(2, eni.count(IpFamily.V6));
        assertEquals(5, new HashSet<>(eni.addresses()).size());
        for (var ip : eni.addresses()) {
            var block = vSwitch.cidrs().get(ip.family()).orElseThrow();
            assertTrue(block.contains(ip), () -> "%s is not in %s".formatted(ip, block));
            assertNotEquals(vSwitch.gateways().get(ip.family()), Optional.of(ip));
        }
        assertEquals(eni, unborn(find(instance(), eni.id())));
    }

    @Test
    default void what_was_written_on_a_new_eni_and_when_it_was_made_is_told_of_it() {
        var wanted = new NewEni(instance(), vSwitch(), securityGroups(), 1, 0, Map.of("creator", "terway", "team", ""));
        var made = done(() -> cloud().create(wanted, token("tagged")));
        var told = find(instance(), made.id());
        for (var eni : List.of(made, told)) {
            assertEquals(
                    Tags.of("creator", "terway")
                            .and(Tags.of("team", ""))
                            .and(Tags.of("terway4j/instance", instance().text())),
                    eni.tags());
            assertEquals(TrafficMode.STANDARD, eni.traits().traffic());
        }
        assertTrue(told.traits().created().isPresent(), () -> "" + told);
    }

    @Test
    default void a_new_eni_is_what_it_was_ordered_for() {
        for (var use : EniUse.values()) {
            var wanted = new NewEni(instance(), vSwitch(), use, securityGroups(), 2, 0, 0, 0, Map.of());
            var made = done(() -> cloud().create(wanted, token("use " + use)));
            for (var eni : List.of(made, find(instance(), made.id()))) {
                assertEquals(use.kind(), eni.kind());
                assertEquals(use.traffic(), eni.traits().traffic());
            }
        }
    }

    @Test
    default void addresses_of_a_new_eni_are_no_longer_free() {
        var before = free(vSwitch());
        create(3, 2);
        assertEquals(before - 3, free(vSwitch()));
    }

    @Test
    default void a_repeated_create_answers_the_same_and_makes_nothing_more() {
        var first = done(() -> cloud().create(wanted(vSwitch(), 2, 1), token("again")));
        var again = done(() -> cloud().create(wanted(vSwitch(), 2, 1), token("again")));
        assertEquals(first.id(), again.id());
        assertEquals(first.addresses(), again.addresses());
        assertEquals(2, enis(instance()).size());
    }

    @Test
    default void a_token_with_other_parameters_is_denied() {
        done(() -> cloud().create(wanted(vSwitch(), 2, 1), token("once")));
        refused(CloudOutcome.Denied.class, () -> cloud().create(wanted(vSwitch(), 3, 1), token("once")));
        assertEquals(2, enis(instance()).size());
    }

    @Test
    default void an_exhausted_vswitch_is_named_and_nothing_is_made() {
        var outcome = refused(
                CloudOutcome.VSwitchExhausted.class,
                () -> cloud().create(wanted(exhaustedVSwitch(), 1, 0), token("none left")));
        assertEquals(new CloudOutcome.VSwitchExhausted<Eni>(exhaustedVSwitch()), outcome);
        assertEquals(1, enis(instance()).size(), "the primary one");
    }

    @Test
    default void a_refused_token_may_be_used_again() {
        refused(
                CloudOutcome.VSwitchExhausted.class,
                () -> cloud().create(wanted(exhaustedVSwitch(), 1, 0), token("refused")));
        done(() -> cloud().create(wanted(vSwitch(), 1, 0), token("refused")));
    }

    @Test
    default void a_vswitch_or_security_group_that_nobody_knows_is_not_found() {
        refused(
                CloudOutcome.NotFound.class,
                () -> cloud().create(wanted(new VSwitchId("vsw-nowhere"), 1, 0), token("no such vSwitch")));
        var group = List.of(new SecurityGroupId("sg-nowhere"));
        refused(
                CloudOutcome.NotFound.class,
                () -> cloud().create(
                                new NewEni(instance(), vSwitch(), group, 1, 0, Map.of()),
                                token("no such security group")));
    }

    @Test
    default void there_is_no_ipv6_address_where_the_vswitch_has_no_block() {
        refused(CloudOutcome.Denied.class, () -> cloud().create(wanted(ipv4VSwitch(), 1, 1), token("no such family")));
    }

    // Attaching

    @Test
    default void an_attached_eni_is_on_its_way_and_then_in_use() {
        var eni = create(1, 0);
        caller().asked(() -> cloud().attach(eni, instance()));
        var status = find(instance(), eni).status();
        assertTrue(status.arriving() || !calm(), "as soon as the call has returned it is not " + status);
        awaitInUse(eni, instance());
    }

    @Test
    default void an_eni_that_is_named_is_shown_whether_it_is_attached_or_not() {
        var attached = attached(1, 0);
        var waiting = create(1, 0);
        var shown = caller().settled(() -> cloud().named(instance(), List.of(attached, waiting)));
        assertEquals(EniStatus.IN_USE, find(instance(), attached, shown).status());
        assertEquals(EniStatus.AVAILABLE, find(instance(), waiting, shown).status());
    }

    @Test
    default void an_eni_of_another_zone_is_denied() {
        var eni = create(1, 0);
        refused(CloudOutcome.Denied.class, () -> cloud().attach(eni, faraway()));
    }

    @Test
    default void an_eni_can_be_attached_to_an_instance_that_it_was_not_made_for() {
        var eni = create(1, 0);
        attach(eni, neighbour());
        assertFalse(ids(enis(instance())).contains(eni), "it is the neighbour's now");
    }

    @Test
    default void an_eni_that_is_attached_already_conflicts() {
        var eni = attached(1, 0);
        refused(CloudOutcome.Conflict.class, () -> cloud().attach(eni, instance()));
        refused(CloudOutcome.Conflict.class, () -> cloud().attach(eni, neighbour()));
        assertEquals(EniStatus.IN_USE, find(instance(), eni).status());
    }

    @Test
    default void what_nobody_knows_cannot_be_attached() {
        refused(CloudOutcome.NotFound.class, () -> cloud().attach(new EniId("eni-nowhere"), instance()));
        var eni = create(1, 0);
        refused(CloudOutcome.NotFound.class, () -> cloud().attach(eni, new InstanceId("i-nowhere")));
    }

    @Test
    default void an_instance_takes_as_many_enis_as_its_type_allows() {
        for (int i = 1; i < limits().enis(); i++) {
            attached(1, 0);
        }
        var oneTooMany = create(1, 0);
        refused(CloudOutcome.LimitReached.class, () -> cloud().attach(oneTooMany, instance()));
        assertEquals(EniStatus.AVAILABLE, find(instance(), oneTooMany).status());
    }

    // Members

    @Test
    default void members_ride_on_a_trunk_each_under_a_tag_of_its_own() {
        var node = trunking();
        var trunk = trunkOf(node);
        var first = find(node, member(node, trunk));
        var second = find(node, member(node, trunk));
        for (var member : List.of(first, second)) {
            assertEquals(EniKind.MEMBER, member.kind());
            assertEquals(Optional.of(trunk), member.traits().trunk());
        }
        assertTrue(first.traits().tag().isPresent(), () -> "" + first);
        assertNotEquals(first.traits().tag(), second.traits().tag());
        assertEquals(Optional.empty(), find(node, trunk).traits().tag());
    }

    @Test
    default void what_was_made_to_ride_on_a_trunk_is_known_by_its_mark_before_and_after() {
        var node = trunking();
        var trunk = trunkOf(node);
        var made = done(() -> cloud().create(ordered(node, EniUse.MEMBER), token("to be a member")));
        assertTrue(made.isMember(), () -> "" + made);
        attach(made.id(), Berth.behind(trunk, node));
        caller().asked(() -> cloud().detach(made.id(), Berth.behind(trunk, node)));
        awaitDetached(made.id(), Berth.behind(trunk, node));
        var after = find(node, made.id());
        assertEquals(EniKind.SECONDARY, after.kind());
        assertEquals(Optional.empty(), after.traits().trunk());
        assertTrue(after.isMember(), () -> "" + after);
        assertEquals(made.addresses(), after.addresses());
    }

    @Test
    default void a_trunk_stays_while_a_member_rides_on_it() {
        var node = trunking();
        var trunk = trunkOf(node);
        var member = member(node, trunk);
        refused(CloudOutcome.Conflict.class, () -> cloud().detach(trunk, node));
        assertEquals(EniStatus.IN_USE, find(node, member).status());
        assertEquals(EniStatus.IN_USE, find(node, trunk).status());
    }

    @Test
    default void nothing_rides_on_what_is_no_trunk() {
        var node = trunking();
        var ordinary = done(() -> cloud().create(ordered(node, EniUse.SHARED), token("an ordinary one")))
                .id();
        attach(ordinary, Berth.at(node));
        var member = done(() -> cloud().create(ordered(node, EniUse.MEMBER), token("to be a member")))
                .id();
        refused(CloudOutcome.Denied.class, () -> cloud().attach(member, Berth.behind(ordinary, node)));
        assertEquals(EniStatus.AVAILABLE, find(node, member).status());
    }

    // Detaching and deleting

    @Test
    default void a_detached_eni_is_available_again_and_keeps_its_addresses() {
        var eni = attached(2, 1);
        var addresses = find(instance(), eni).addresses();
        caller().asked(() -> cloud().detach(eni, instance()));
        awaitDetached(eni);
        assertEquals(addresses, find(instance(), eni).addresses());
    }

    @Test
    default void a_detaching_eni_may_be_asked_to_go_again() {
        var eni = attached(1, 0);
        caller().asked(() -> cloud().detach(eni, instance()));
        if (find(instance(), eni).status() == EniStatus.DETACHING) {
            caller().asked(() -> cloud().detach(eni, instance()));
        }
        awaitDetached(eni);
    }

    @Test
    default void the_primary_eni_stays() {
        var primary = enis(instance()).getFirst();
        refused(CloudOutcome.Denied.class, () -> cloud().detach(primary.id(), instance()));
        var after = find(instance(), primary.id());
        assertEquals(EniStatus.IN_USE, after.status());
        assertEquals(primary.addresses(), after.addresses());
    }

    @Test
    default void only_the_instance_that_has_an_eni_lets_it_go() {
        var eni = attached(1, 0);
        refused(CloudOutcome.Conflict.class, () -> cloud().detach(eni, neighbour()));
        var attachedToNothing = create(1, 0);
        refused(CloudOutcome.Conflict.class, () -> cloud().detach(attachedToNothing, instance()));
        refused(CloudOutcome.NotFound.class, () -> cloud().detach(new EniId("eni-nowhere"), instance()));
        assertEquals(EniStatus.IN_USE, find(instance(), eni).status());
    }

    @Test
    default void an_eni_in_use_is_not_deleted() {
        var eni = attached(1, 0);
        refused(CloudOutcome.Conflict.class, () -> cloud().delete(eni));
        assertEquals(EniStatus.IN_USE, find(instance(), eni).status());
    }

    @Test
    default void a_deleted_eni_is_gone_in_the_end_and_its_addresses_are_free() {
        var before = free(vSwitch());
        var eni = create(3, 1);
        caller().asked(() -> cloud().delete(eni));
        caller().reached(
                        "%s is gone".formatted(eni),
                        () -> cloud().delete(eni),
                        () -> !ids(enis(instance())).contains(eni));
        refused(CloudOutcome.NotFound.class, () -> cloud().delete(eni));
        assertEquals(before, free(vSwitch()));
    }

    // Addresses

    @Test
    default void assigned_addresses_are_named_and_then_the_enis() {
        var eni = attached(1, 0);
        var before = find(instance(), eni).addresses();
        var v4 = done(() -> cloud().assign(eni, IpFamily.V4, 2, token("v4")));
        var v6 = done(() -> cloud().assign(eni, IpFamily.V6, 2, token("v6")));
        assertEquals(2, v4.stream().filter(ip -> ip.family() == IpFamily.V4).count(), () -> "" + v4);
        assertEquals(2, v6.stream().filter(ip -> ip.family() == IpFamily.V6).count(), () -> "" + v6);
        var expected = Stream.of(before, v4, v6).flatMap(List::stream).sorted().toList();
        assertEquals(
                expected, find(instance(), eni).addresses().stream().sorted().toList());
        assertEquals(before.getFirst(), find(instance(), eni).primaryAddress());
    }

    @Test
    default void an_eni_that_is_attached_to_nothing_can_be_given_addresses() {
        var eni = create(1, 0);
        done(() -> cloud().assign(eni, IpFamily.V4, 2, token("waiting")));
        assertEquals(3, find(instance(), eni).count(IpFamily.V4));
    }

    @Test
    default void a_repeated_assign_answers_the_same_and_assigns_nothing_more() {
        var eni = attached(1, 0);
        var first = done(() -> cloud().assign(eni, IpFamily.V4, 1, token("again")));
        var again = done(() -> cloud().assign(eni, IpFamily.V4, 1, token("again")));
        assertEquals(first, again);
        assertEquals(2, find(instance(), eni).count(IpFamily.V4));
        refused(CloudOutcome.Denied.class, () -> cloud().assign(eni, IpFamily.V4, 2, token("again")));
    }

    @Test
    default void addresses_are_assigned_all_or_none() {
        var eni = attached(1, 0);
        for (var family : IpFamily.values()) {
            var almost = most(family) - 1;
            assignUpTo(almost, eni, family);
            refused(CloudOutcome.LimitReached.class, () -> cloud().assign(eni, family, 2, token("two " + family)));
            assertEquals(almost, find(instance(), eni).count(family), "one would have fitted");
            done(() -> cloud().assign(eni, family, 1, token("one " + family)));
        }
    }

    @Test
    default void an_exhausted_vswitch_gives_no_second_address() {
        var left = free(ipv4VSwitch());
        var eni = done(() -> cloud().create(wanted(ipv4VSwitch(), left, 0), token("all")));
        var outcome = refused(
                CloudOutcome.VSwitchExhausted.class, () -> cloud().assign(eni.id(), IpFamily.V4, 1, token("one more")));
        assertEquals(new CloudOutcome.VSwitchExhausted<List<Ip>>(ipv4VSwitch()), outcome);
        assertEquals(eni.addresses(), find(instance(), eni.id()).addresses());
    }

    @Test
    default void unassigned_addresses_are_gone_and_those_that_were_gone_are_no_error() {
        var eni = attached(3, 2);
        var before = find(instance(), eni).addresses();
        var gone = List.of(before.get(1), before.getLast());
        done(() -> cloud().unassign(eni, gone));
        done(() -> cloud().unassign(eni, gone));
        done(() -> cloud().unassign(eni, List.of(gone.getFirst(), before.get(2))));
        var left = before.stream()
                .filter(ip -> !gone.contains(ip) && !ip.equals(before.get(2)))
                .toList();
        assertEquals(left, find(instance(), eni).addresses());
    }

    // Prefixes

    @Test
    default void assigned_prefixes_are_named_and_then_the_enis() {
        var eni = done(() -> cloud().create(wanted(prefixVSwitch(), 2, 0), token("single")))
                .id();
        var v4 = done(() -> cloud().assignPrefixes(eni, IpFamily.V4, 2, token("v4")));
        var v6 = done(() -> cloud().assignPrefixes(eni, IpFamily.V6, 1, token("v6")));
        assertEquals(2, v4.size());
        assertEquals(
                v4,
                find(instance(), eni).prefixes(IpFamily.V4).stream().sorted().toList());
        assertEquals(v6, find(instance(), eni).prefixes(IpFamily.V6));
        assertEquals(2, find(instance(), eni).addresses().size(), "single addresses are told apart");
    }

    @Test
    default void an_eni_can_be_born_with_prefixes() {
        var wanted = new NewEni(instance(), prefixVSwitch(), securityGroups(), 1, 0, 2, 1, Map.of());
        var eni = done(() -> cloud().create(wanted, token("prefixes")));
        assertEquals(1, eni.addresses().size());
        assertEquals(2, eni.prefixes(IpFamily.V4).size());
        assertEquals(1, eni.prefixes(IpFamily.V6).size());
        assertEquals(eni, unborn(find(instance(), eni.id())));
    }

    @Test
    default void a_vswitch_without_a_free_block_is_exhausted_and_has_addresses_all_the_same() {
        var eni = done(() -> cloud().create(wanted(prefixVSwitch(), 1, 0), token("single")))
                .id();
        var outcome = refused(
                CloudOutcome.VSwitchExhausted.class,
                () -> cloud().assignPrefixes(eni, IpFamily.V4, 3, token("too many")));
        assertEquals(new CloudOutcome.VSwitchExhausted<List<IpPrefix>>(prefixVSwitch()), outcome);
        assertEquals(List.of(), find(instance(), eni).prefixes(), "two would have been there");
        done(() -> cloud().assign(eni, IpFamily.V4, 1, token("one")));
    }

    @Test
    default void a_repeated_assignment_of_prefixes_answers_the_same_and_assigns_nothing_more() {
        var eni = done(() -> cloud().create(wanted(prefixVSwitch(), 1, 0), token("single")))
                .id();
        var first = done(() -> cloud().assignPrefixes(eni, IpFamily.V4, 1, token("again")));
        var again = done(() -> cloud().assignPrefixes(eni, IpFamily.V4, 1, token("again")));
        assertEquals(1, first.size());
        assertEquals(first, again);
        assertEquals(first, find(instance(), eni).prefixes());
    }

    @Test
    default void unassigned_prefixes_are_gone_and_those_that_were_gone_are_no_error() {
        var wanted = new NewEni(instance(), prefixVSwitch(), securityGroups(), 1, 0, 2, 1, Map.of());
        var eni = done(() -> cloud().create(wanted, token("prefixes")));
        var gone = List.of(eni.prefixes(IpFamily.V4).getFirst());
        done(() -> cloud().unassignPrefixes(eni.id(), gone));
        done(() -> cloud().unassignPrefixes(eni.id(), gone));
        assertEquals(
                eni.prefixes().stream().filter(prefix -> !gone.contains(prefix)).toList(),
                find(instance(), eni.id()).prefixes());
        done(() -> cloud().unassignPrefixes(eni.id(), eni.prefixes(IpFamily.V6)));
        assertEquals(1, find(instance(), eni.id()).prefixes().size());
    }

    @Test
    default void the_primary_address_stays() {
        var eni = attached(2, 0);
        var before = find(instance(), eni).addresses();
        refused(CloudOutcome.Denied.class, () -> cloud().unassign(eni, before));
        refused(CloudOutcome.Denied.class, () -> cloud().unassign(eni, List.of(before.getFirst())));
        assertEquals(before, find(instance(), eni).addresses());
    }

    @Test
    default void an_eni_that_nobody_knows_has_no_addresses_to_give_or_take() {
        var nowhere = new EniId("eni-nowhere");
        refused(CloudOutcome.NotFound.class, () -> cloud().assign(nowhere, IpFamily.V4, 1, token("nowhere")));
        refused(CloudOutcome.NotFound.class, () -> cloud().unassign(nowhere, List.of(Ip.parse("10.1.0.9"))));
        refused(CloudOutcome.NotFound.class, () -> cloud().delete(nowhere));
    }

    // What the tests are written with

    private SaneCaller caller() {
        return new SaneCaller(this);
    }

    private <T> T done(Supplier<CloudOutcome<T>> call) {
        return caller().done(call);
    }

    private <T> CloudOutcome<T> refused(Class<?> kind, Supplier<CloudOutcome<T>> call) {
        return caller().refused(kind, call);
    }

    private EniId create(int ipv4, int ipv6) {
        var token = token("eni" + enis(instance()).size());
        return done(() -> cloud().create(wanted(vSwitch(), ipv4, ipv6), token)).id();
    }

    private EniId attached(int ipv4, int ipv6) {
        var eni = create(ipv4, ipv6);
        attach(eni, instance());
        return eni;
    }

    private void attach(EniId eni, InstanceId to) {
        attach(eni, Berth.at(to));
    }

    private void attach(EniId eni, Berth to) {
        caller().asked(() -> cloud().attach(eni, to));
        awaitInUse(eni, to);
    }

    private void awaitInUse(EniId eni, InstanceId of) {
        awaitInUse(eni, Berth.at(of));
    }

    private void awaitInUse(EniId eni, Berth of) {
        caller().reached(
                        "%s is in use".formatted(eni),
                        () -> cloud().attach(eni, of),
                        () -> status(of.instance(), eni).equals(Optional.of(EniStatus.IN_USE)));
    }

    private void awaitDetached(EniId eni) {
        awaitDetached(eni, Berth.at(instance()));
    }

    private void awaitDetached(EniId eni, Berth from) {
        caller().reached(
                        "%s is available".formatted(eni),
                        () -> cloud().detach(eni, from),
                        () -> status(from.instance(), eni).equals(Optional.of(EniStatus.AVAILABLE)));
    }

    private EniId trunkOf(InstanceId node) {
        var trunk = done(() -> cloud().create(ordered(node, EniUse.TRUNK), token("trunk")))
                .id();
        attach(trunk, Berth.at(node));
        return trunk;
    }

    private EniId member(InstanceId node, EniId trunk) {
        var token = token("member" + enis(node).size());
        var member =
                done(() -> cloud().create(ordered(node, EniUse.MEMBER), token)).id();
        attach(member, Berth.behind(trunk, node));
        return member;
    }

    private NewEni ordered(InstanceId node, EniUse use) {
        return new NewEni(node, vSwitch(), use, securityGroups(), 1, 1, 0, 0, Map.of());
    }

    private NewEni wanted(VSwitchId in, int ipv4, int ipv6) {
        return new NewEni(instance(), in, securityGroups(), ipv4, ipv6, Map.of("creator", "terway"));
    }

    /** Ten a call, as the API wants it. */
    private void assignUpTo(int goal, EniId eni, IpFamily family) {
        for (var left = goal - find(instance(), eni).count(family); left > 0; left -= 10) {
            var count = Math.min(10, left);
            var token = token("%s, %d to go".formatted(family, left));
            done(() -> cloud().assign(eni, family, count, token));
        }
    }

    private int most(IpFamily family) {
        return switch (family) {
            case V4 -> limits().ipv4PerEni();
            case V6 -> limits().ipv6PerEni();
        };
    }

    private int free(VSwitchId of) {
        return caller().settled(() -> cloud().vSwitches(List.of(of))).getFirst().freeAddresses();
    }

    /** Those that nobody else put there. */
    private List<Eni> enis(InstanceId of) {
        return caller().settled(() -> cloud().enisOf(of)).stream()
                .filter(eni -> !isStrange(eni))
                .toList();
    }

    private Eni find(InstanceId of, EniId id) {
        return find(of, id, enis(of));
    }

    private static Eni find(InstanceId of, EniId id, List<Eni> among) {
        return among.stream()
                .filter(eni -> eni.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not among those of %s: %s".formatted(id, of, among)));
    }

    private Optional<EniStatus> status(InstanceId of, EniId id) {
        return enis(of).stream()
                .filter(eni -> eni.id().equals(id))
                .map(Eni::status)
                .findFirst();
    }

    /** As the answer to its making has it, which does not say when that was. */
    private static Eni unborn(Eni eni) {
        var traits = eni.traits();
        return eni.with(new EniTraits(traits.tags(), traits.traffic(), Optional.empty()));
    }

    private static List<EniId> ids(List<Eni> enis) {
        return enis.stream().map(Eni::id).toList();
    }

    private static ClientToken token(String words) {
        return new ClientToken(words.replace(' ', '-'));
    }
}
