package io.github.terway4j.simulator.cloud;

import static io.github.terway4j.simulator.cloud.Asked.done;
import static io.github.terway4j.simulator.cloud.Asked.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.EniEdit;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.EniSettings;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ENIs exactly as ordered, and changed later. */
class EniOrderTest {
    private final CloudScene scene = CloudScene.small(1, 1, new TestClock());
    private final SimulatedCloud cloud = scene.cloud();

    @Test
    void an_eni_is_born_with_the_addresses_that_were_named_its_primary_one_first() {
        var eni = done(cloud.create(order().withPrimary(Ip.parse("10.1.0.99"))
                        .withIpv4(these("10.1.0.50", "10.1.0.40"))
                        .withIpv6(these("2408:4005:300:1::99"))))
                .eni();
        assertEquals(ips("10.1.0.99", "10.1.0.50", "10.1.0.40", "2408:4005:300:1::99"), eni.addresses());
    }

    @Test
    void the_cloud_chooses_what_is_not_named_and_chooses_no_named_one() {
        var named = done(cloud.create(order().withPrimary(Ip.parse("10.1.0.5")).withIpv4(AddressWish.count(2))))
                .eni();
        assertEquals(ips("10.1.0.5", "10.1.0.4", "10.1.0.6"), named.addresses());
        var chosen = done(cloud.create(order().withIpv4(these("10.1.0.7", "10.1.0.9"))))
                .eni();
        assertEquals(ips("10.1.0.8", "10.1.0.7", "10.1.0.9"), chosen.addresses());
    }

    @Test
    void an_address_is_named_once_and_is_free_and_of_the_vswitch() {
        assertEquals(ApiError.ADDRESS_TAKEN, refused(cloud.create(order().withPrimary(Ip.parse("10.1.0.3")))));
        for (var foreign : List.of("10.1.0.2", "10.1.15.253", "10.2.0.9")) {
            assertEquals(
                    ApiError.ADDRESS_NOT_IN_VSWITCH, refused(cloud.create(order().withIpv4(these(foreign)))), foreign);
        }
        var twice = order().withPrimary(Ip.parse("10.1.0.9")).withIpv4(these("10.1.0.9"));
        assertEquals(ApiError.ADDRESS_REPEATED, refused(cloud.create(twice)));
        var otherFamily = order().withIpv4(these("2408:4005:300:1::99"));
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(otherFamily)));
        var bothWays = order().withIpv4(new AddressWish(1, ips("10.1.0.9"), 0, List.of()));
        assertEquals(ApiError.WISHES_CONFLICT, refused(cloud.create(bothWays)));
        assertEquals(1, cloud.enis().size(), "and nothing was made");
    }

    @Test
    void at_most_32_addresses_are_named_in_one_call() {
        var many = Stream.iterate(Ip.parse("10.1.1.0"), Ip::next).limit(33).toList();
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order().withIpv4(AddressWish.these(many)))));
        var most = order().withIpv4(AddressWish.these(many.subList(0, 32)));
        assertEquals(33, done(cloud.create(most)).eni().addresses().size());
    }

    @Test
    void addresses_are_assigned_by_name_too() {
        var eni = done(cloud.create(order())).id();
        var wanted = new Assignment(eni, IpFamily.V6, these("2408:4005:300:1::77"));
        assertEquals(ips("2408:4005:300:1::77"), done(cloud.assign(wanted)).addresses());
        assertEquals(ApiError.ADDRESS_TAKEN, refused(cloud.assign(wanted)));
    }

    @Test
    void the_same_token_names_the_same_call_whatever_it_asks_for() {
        var token = new ClientToken("once");
        var wanted = order().withPrimary(Ip.parse("10.1.0.99"));
        assertEquals(done(cloud.create(wanted, token)), done(cloud.create(wanted, token)));
        assertEquals(ApiError.TOKEN_MISMATCH, refused(cloud.create(order(), token)));
        assertEquals(1, cloud.accountUse());
    }

    @Test
    void only_secondary_enis_and_trunks_are_made_to_order() {
        for (var kind : List.of(EniKind.PRIMARY, EniKind.MEMBER)) {
            assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order().ofKind(kind))));
        }
    }

    @Test
    void a_label_is_of_some_length_and_no_web_address() {
        for (var name : List.of("a", "9lives", "http://x", "x".repeat(129))) {
            assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order().with(Label.named(name)))), name);
        }
        for (var text : List.of("a", "https://x", "x".repeat(257))) {
            var label = Label.NONE.withDescription(text);
            assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.create(order().with(label))), text);
        }
        for (var key : List.of("", "aliyun-x", "acs:x", "http://x", "x".repeat(129))) {
            var label = Label.tagged(Map.of(key, "value"));
            assertEquals(ApiError.TAG_KEY_MALFORMED, refused(cloud.create(order().with(label))), key);
        }
        for (var value : List.of("https://x", "x".repeat(129))) {
            var label = Label.tagged(Map.of("key", value));
            assertEquals(ApiError.TAG_VALUE_MALFORMED, refused(cloud.create(order().with(label))), value);
        }
        var longest = new Label("é".repeat(128), "x".repeat(256), "rg-1", Map.of("k".repeat(128), ""));
        assertEquals(longest, done(cloud.create(order().with(longest))).label());
    }

    @Test
    void what_can_be_set_can_be_changed() {
        var other = cloud.site().createSecurityGroup(scene.vpc());
        var eni = done(cloud.create(order())).id();
        done(cloud.modify(
                eni,
                List.of(
                        new EniEdit.Name("renamed"),
                        new EniEdit.Description("described"),
                        new EniEdit.SecurityGroups(List.of(other)),
                        new EniEdit.DeleteOnRelease(false),
                        new EniEdit.SourceDestCheck(true),
                        new EniEdit.Queues(2))));
        var changed = cloud.eni(eni).orElseThrow();
        assertEquals(Label.named("renamed").withDescription("described"), changed.label());
        assertEquals(new EniSettings(List.of(other), false, true, 2), changed.settings());
    }

    @Test
    void a_change_that_is_refused_changes_nothing() {
        var eni = done(cloud.create(order())).id();
        var before = cloud.enis();
        assertEquals(
                ApiError.INVALID_PARAMETER,
                refused(cloud.modify(eni, List.of(new EniEdit.Description("fine"), new EniEdit.Name("9")))));
        assertEquals(
                ApiError.INVALID_PARAMETER, refused(cloud.modify(eni, List.of(new EniEdit.SecurityGroups(List.of())))));
        assertEquals(before, cloud.enis());
    }

    @Test
    void a_basic_security_group_holds_two_thousand_addresses_however_they_come() {
        var full = order();
        for (int i = 0; i < 39; i++) {
            done(cloud.create(full.withIpv4(AddressWish.count(49))));
        }
        var last = done(cloud.create(full.withIpv4(AddressWish.count(47)))).id();
        assertEquals(1_999, cloud.addressesIn(scene.securityGroup()), "the node's own among them");
        done(cloud.assign(new Assignment(last, IpFamily.V4, 1)));
        assertEquals(ApiError.SECURITY_GROUP_FULL, refused(cloud.assign(new Assignment(last, IpFamily.V4, 1))));
        assertEquals(ApiError.SECURITY_GROUP_FULL, refused(cloud.create(full)));
        var roomy = cloud.site().createSecurityGroup(scene.vpc(), SecurityGroup.Kind.ADVANCED, Label.NONE);
        var elsewhere =
                done(cloud.create(full.with(EniSettings.of(List.of(roomy))))).id();
        var intoFull = List.<EniEdit>of(new EniEdit.SecurityGroups(List.of(scene.securityGroup())));
        assertEquals(ApiError.SECURITY_GROUP_FULL, refused(cloud.modify(elsewhere, intoFull)));
        done(cloud.assign(new Assignment(elsewhere, IpFamily.V4, 1)));
        done(cloud.modify(last, List.of(new EniEdit.Name("may-stay"))));
    }

    private EniOrder order() {
        return EniOrder.in(scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
    }

    private static AddressWish these(String... texts) {
        return AddressWish.these(ips(texts));
    }

    private static List<Ip> ips(String... texts) {
        return Stream.of(texts).map(Ip::parse).toList();
    }
}
