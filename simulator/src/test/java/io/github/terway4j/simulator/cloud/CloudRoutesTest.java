package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.api.RouteRemoval;
import io.github.terway4j.simulator.cloud.route.RouteTemper;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudRoutesTest {
    private static final Cidr PODS = Cidr.parse("172.16.1.0/24");

    private final TestClock clock = new TestClock();
    private final CloudScene scene = CloudScene.small(1, 2, clock);
    private final SimulatedCloud cloud = scene.cloud();
    private final CloudRoutes routes = cloud.routes();
    private final RouteTableId table = routes.tablesOf(scene.vpc()).getFirst().id();
    private final Instance node = scene.instances().getFirst();
    private final VpcNextHop hop = new VpcNextHop.ToInstance(node.id());

    @Test
    void a_vpc_is_born_with_a_system_table_and_a_route_to_each_block_and_to_the_clouds_services() {
        assertEquals(
                List.of(RouteKind.SYSTEM),
                routes.tables().stream().map(CloudRouteTable::kind).toList());
        var entries = done(routes.entries(table));
        assertEquals(
                List.of("10.1.0.0/20", "10.2.0.0/20", "100.64.0.0/10", "2408:4005:300:1::/64", "2408:4005:300:2::/64"),
                entries.stream().map(entry -> "" + entry.destination()).sorted().toList());
        assertEquals(
                entries.size(), entries.stream().map(RouteEntry::id).distinct().count());
    }

    @Test
    void ids_look_like_the_clouds() {
        assertTrue(table.text().matches("vtb-bp1[0-9a-z]{17}"), table.text());
        assertTrue(create(PODS).id().matches("rte-bp1[0-9a-z]{17}"));
    }

    @Test
    void a_route_arrives_and_goes_within_three_seconds_and_the_cloud_says_when() {
        create(PODS);
        assertEquals(RouteStatus.CREATING, status());
        passToNextChange();
        assertEquals(RouteStatus.AVAILABLE, status());
        done(routes.delete(new RouteRemoval.ByDestination(table, PODS, node.id().text())));
        assertEquals(RouteStatus.DELETING, status());
        passToNextChange();
        assertEquals(List.of(), custom());
        assertTrue(cloud.nextChange().isEmpty());
    }

    @Test
    void routes_of_two_vpcs_change_at_the_same_time() {
        var elsewhere = CloudScene.of(cloud, CloudScene.TYPE, 1);
        var other = routes.tablesOf(elsewhere.vpc()).getFirst().id();
        var there = new VpcNextHop.ToInstance(elsewhere.instances().getFirst().id());
        create(PODS);
        done(routes.create(new RouteOrder(other, PODS, there), new ClientToken("other")));
        assertEquals(ApiError.NEXT_HOP_INVALID, refused(new RouteOrder(table, Cidr.host(PODS.nth(1)), there)));
    }

    @Test
    void a_second_table_has_the_same_system_entries_and_its_own_custom_ones_and_waits_for_the_first() {
        var second = cloud.site().createRouteTable(scene.vpc());
        assertEquals(
                List.of(table, second),
                routes.tablesOf(scene.vpc()).stream().map(CloudRouteTable::id).toList());
        create(PODS);
        assertEquals(5, done(routes.entries(second)).size());
        assertEquals(ApiError.ROUTE_TASK_CONFLICT, refused(new RouteOrder(second, PODS, hop)));
        passToNextChange();
        done(routes.create(new RouteOrder(second, PODS, hop), new ClientToken("second")));
    }

    @Test
    void a_route_may_lead_to_an_eni_of_the_vpc() {
        done(routes.create(
                new RouteOrder(table, PODS, new VpcNextHop.ToEni(node.primaryEni())), new ClientToken("eni")));
        passToNextChange();
        done(routes.delete(
                new RouteRemoval.ByDestination(table, PODS, node.primaryEni().text())));
    }

    @Test
    void a_route_leads_to_nothing_that_does_not_exist() {
        for (var nowhere : List.<VpcNextHop>of(
                new VpcNextHop.ToInstance(new InstanceId("i-nowhere")),
                new VpcNextHop.ToEni(new EniId("eni-nowhere")),
                new VpcNextHop.Elsewhere("NatGateway", "ngw-nowhere"))) {
            assertEquals(ApiError.NEXT_HOP_NOT_FOUND, refused(new RouteOrder(table, PODS, nowhere)));
        }
        assertEquals(
                ApiError.ROUTE_TABLE_NOT_FOUND, refused(new RouteOrder(new RouteTableId("vtb-nowhere"), PODS, hop)));
    }

    @Test
    void the_same_route_and_another_to_the_same_destination_are_two_refusals() {
        create(PODS);
        passToNextChange();
        assertEquals(ApiError.ROUTE_EXISTS, refused(new RouteOrder(table, PODS, hop)));
        var other = new VpcNextHop.ToInstance(scene.instances().getLast().id());
        assertEquals(ApiError.ROUTE_DESTINATION_TAKEN, refused(new RouteOrder(table, PODS, other)));
    }

    @Test
    void an_ipv6_destination_keeps_away_from_the_vswitches_too() {
        assertEquals(
                ApiError.ROUTE_DESTINATION_INVALID,
                refused(new RouteOrder(table, Cidr.host(Ip.parse("2408:4005:300:1::9")), hop)));
        create(Cidr.parse("fd00::/64"));
    }

    @Test
    void a_route_is_removed_by_its_id_but_no_system_route_is() {
        var entry = create(PODS);
        passToNextChange();
        done(routes.delete(new RouteRemoval.ById(entry.id())));
        passToNextChange();
        assertEquals(ApiError.ROUTE_ENTRY_ID_NOT_FOUND, refused(routes.delete(new RouteRemoval.ById(entry.id()))));
        var system = done(routes.entries(table)).getFirst();
        assertEquals(ApiError.ROUTE_IS_SYSTEM, refused(routes.delete(new RouteRemoval.ById(system.id()))));
    }

    @Test
    void an_instance_that_a_route_leads_to_is_not_deleted() {
        create(PODS);
        assertEquals(ApiError.INSTANCE_HAS_ROUTES, refused(cloud.machines().delete(node.id(), true)));
        passToNextChange();
        done(routes.delete(new RouteRemoval.ByDestination(table, PODS, node.id().text())));
        assertEquals(ApiError.INSTANCE_HAS_ROUTES, refused(cloud.machines().delete(node.id(), true)), "on its way out");
        passToNextChange();
        done(cloud.machines().delete(node.id(), true));
    }

    @Test
    void an_instance_between_two_states_is_no_next_hop() {
        done(cloud.machines().stop(node.id()));
        assertEquals(ApiError.NEXT_HOP_INSTANCE_STATUS, refused(new RouteOrder(table, PODS, hop)));
        clock.pass(Duration.ofMinutes(5));
        create(PODS);
    }

    @Test
    void the_quota_is_two_hundred_a_table_until_it_is_raised() {
        routes.temper(new RouteTemper(none(), none()));
        for (int i = 0; i < 200; i++) {
            create(Cidr.host(PODS.first().plus(i)));
        }
        var oneMore = new RouteOrder(table, Cidr.parse("172.17.0.0/16"), hop);
        assertEquals(ApiError.ROUTES_EXCEEDED, refused(oneMore));
        routes.quota(201);
        done(routes.create(oneMore, new ClientToken("raised")));
    }

    @Test
    void the_same_seed_gives_the_same_routes() {
        assertEquals(create(PODS), new CloudRoutesTest().create(PODS));
        assertNotEquals(create(PODS), new CloudRoutesTest().create(Cidr.host(PODS.first())));
    }

    private static Spread none() {
        return new Spread(Duration.ZERO, Duration.ZERO);
    }

    private RouteEntry create(Cidr destination) {
        return done(routes.create(new RouteOrder(table, destination, hop), new ClientToken("to-" + destination)));
    }

    private List<RouteEntry> custom() {
        return done(routes.entries(table)).stream()
                .filter(entry -> entry.kind() == RouteKind.CUSTOM)
                .toList();
    }

    private RouteStatus status() {
        return custom().getFirst().status();
    }

    private void passToNextChange() {
        var wait = Duration.between(clock.instant(), cloud.nextChange().orElseThrow());
        assertTrue(wait.toMillis() >= 1_000 && wait.toMillis() <= 3_000, () -> "" + wait);
        clock.pass(wait);
    }

    private ApiError refused(RouteOrder order) {
        return refused(routes.create(order, new ClientToken("refused")));
    }

    private static ApiError refused(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).error();
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused.words());
        };
    }
}
