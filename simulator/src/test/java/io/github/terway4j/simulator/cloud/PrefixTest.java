package io.github.terway4j.simulator.cloud;

import static io.github.terway4j.simulator.cloud.Asked.done;
import static io.github.terway4j.simulator.cloud.Asked.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prefixes, of a vSwitch that has room for two of IPv4 and for many of IPv6. */
class PrefixTest {
    private final TestClock clock = new TestClock();
    private final CloudScene scene = CloudScene.small(1, 1, clock);
    private final SimulatedCloud cloud = scene.cloud();
    private final VSwitchId vSwitch = scene.vSwitches().getFirst();

    PrefixTest() {
        cloud.site().reserve(vSwitch, Cidr.parse("10.1.4.0/27"));
        cloud.site().reserve(vSwitch, Cidr.parse("2408:4005:300:1:8000::/72"));
    }

    @Test
    void an_eni_is_born_with_prefixes_of_the_clouds_choice() {
        var born = done(cloud.create(order().withIpv4(AddressWish.prefixes(2)).withIpv6(AddressWish.prefixes(1))));
        assertEquals(prefixes("10.1.4.0/28", "10.1.4.16/28", "2408:4005:300:1:8000::/80"), born.prefixes());
        assertEquals(List.of(Ip.parse("10.1.0.4")), born.eni().addresses());
    }

    @Test
    void a_prefix_may_be_asked_for_by_name() {
        var eni = make();
        var second = prefixes("10.1.4.16/28");
        assertEquals(second, assign(eni, IpFamily.V4, AddressWish.thesePrefixes(second)));
        assertEquals(prefixes("10.1.4.0/28"), assign(eni, IpFamily.V4, AddressWish.prefixes(1)));
        var again = new Assignment(make(), IpFamily.V4, AddressWish.thesePrefixes(second));
        assertEquals(ApiError.ADDRESS_TAKEN, refused(cloud.assign(again)));
    }

    @Test
    void what_is_given_back_is_given_out_again() {
        var eni = make();
        var both = assign(eni, IpFamily.V4, AddressWish.prefixes(2));
        done(cloud.unassign(new Withdrawal(eni, List.of(), both.subList(0, 1))));
        assertEquals(both.subList(1, 2), cloud.eni(eni).orElseThrow().prefixes());
        assertEquals(both.subList(0, 1), assign(make(), IpFamily.V4, AddressWish.prefixes(1)));
        assertEquals(
                ApiError.ADDRESS_NOT_ASSIGNED,
                refused(cloud.unassign(new Withdrawal(eni, List.of(), both.subList(0, 1)))));
    }

    @Test
    void prefixes_come_out_of_what_is_set_aside_for_them_and_of_nothing_else() {
        var eni = make();
        var outside = AddressWish.thesePrefixes(prefixes("10.1.5.0/28"));
        assertEquals(ApiError.ADDRESS_NOT_IN_VSWITCH, refused(cloud.assign(new Assignment(eni, IpFamily.V4, outside))));
        assign(eni, IpFamily.V4, AddressWish.prefixes(2));
        var third = new Assignment(eni, IpFamily.V4, AddressWish.prefixes(1));
        assertEquals(ApiError.VSWITCH_EXHAUSTED, refused(cloud.assign(third)));
    }

    @Test
    void single_addresses_never_come_out_of_what_is_set_aside() {
        var inside = AddressWish.these(List.of(Ip.parse("10.1.4.5")));
        assertEquals(
                ApiError.ADDRESS_NOT_IN_VSWITCH, refused(cloud.assign(new Assignment(make(), IpFamily.V4, inside))));
        assertEquals(4_089 - 32 - 1, look().vSwitch().freeAddresses(), "less the node's and that of the ENI");
        assertEquals(
                List.of(Cidr.parse("10.1.4.0/27"), Cidr.parse("2408:4005:300:1:8000::/72")), look().reservations());
    }

    @Test
    void what_is_taken_or_too_small_is_not_set_aside() {
        var site = cloud.site();
        for (var part : List.of("10.1.0.0/28", "10.1.4.0/28", "10.1.8.0/29", "10.3.0.0/24")) {
            assertThrows(IllegalArgumentException.class, () -> site.reserve(vSwitch, Cidr.parse(part)), part);
        }
        assertEquals(2, look().reservations().size());
    }

    @Test
    void a_prefix_takes_one_place_of_the_enis_limit() {
        cloud.site().reserve(vSwitch, Cidr.parse("10.1.8.0/22"));
        var eni = make();
        var node = scene.instances().getFirst().id();
        done(cloud.attach(eni, node));
        clock.pass(Duration.ofSeconds(3));
        assign(eni, IpFamily.V4, AddressWish.prefixes(10));
        assign(eni, IpFamily.V4, AddressWish.count(4));
        var more = new Assignment(eni, IpFamily.V4, AddressWish.prefixes(1));
        assertEquals(ApiError.IPV4_COUNT_EXCEEDED, refused(cloud.assign(more)), "15 places, one the primary's");
    }

    @Test
    void a_deleted_eni_gives_its_prefixes_back() {
        var eni = make();
        assign(eni, IpFamily.V4, AddressWish.prefixes(2));
        done(cloud.delete(eni));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(2, assign(make(), IpFamily.V4, AddressWish.prefixes(2)).size());
    }

    @Test
    void addresses_and_prefixes_are_not_asked_for_in_one_call() {
        var both = new AddressWish(1, List.of(), 1, List.of());
        assertEquals(ApiError.WISHES_CONFLICT, refused(cloud.create(order().withIpv4(both))));
        assertEquals(ApiError.WISHES_CONFLICT, refused(cloud.assign(new Assignment(make(), IpFamily.V4, both))));
        var eleven = new Assignment(make(), IpFamily.V6, AddressWish.prefixes(11));
        assertEquals(ApiError.INVALID_PARAMETER, refused(cloud.assign(eleven)));
    }

    private List<IpPrefix> assign(EniId eni, IpFamily family, AddressWish wish) {
        return done(cloud.assign(new Assignment(eni, family, wish))).prefixes();
    }

    private EniId make() {
        return done(cloud.create(order())).id();
    }

    private EniOrder order() {
        return EniOrder.in(vSwitch, List.of(scene.securityGroup()));
    }

    private CloudVSwitch look() {
        return cloud.describeVSwitches().stream()
                .filter(each -> each.id().equals(vSwitch))
                .findFirst()
                .orElseThrow();
    }

    private static List<IpPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(IpPrefix::parse).toList();
    }
}
