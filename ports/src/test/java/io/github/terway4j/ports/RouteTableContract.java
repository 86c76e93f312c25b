package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.RouteTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What every route table promises. Before each test there is a fresh VPC with two instances, whose one table has no
 * custom route; no vSwitch has an address of 172.16.0.0/12 or 100.64.0.0/10.
 */
public interface RouteTableContract extends Patience {
    Cidr PODS = Cidr.parse("172.16.1.0/24");
    Cidr MORE_PODS = Cidr.parse("172.16.2.0/24");

    RouteTable table();

    /** The instance that most of this is about. */
    InstanceId instance();

    /** Another instance in the same VPC. */
    InstanceId neighbour();

    /** An instance in another VPC. */
    InstanceId stranger();

    /** The IPv4 block of a vSwitch in the VPC; the block of twice the size is no other vSwitch's. */
    Cidr vSwitchBlock();

    /** How many custom routes the table may have: at least 3, at most 2,000. */
    int quota();

    // Adding

    @Test
    default void a_fresh_table_has_no_custom_route() {
        assertEquals(List.of(), routes());
    }

    @Test
    default void an_added_route_is_on_its_way_and_then_available() {
        done(() -> table().add(PODS, instance(), token("pods")));
        assertTrue(!calm() || find(PODS).status() == RouteStatus.CREATING, "as soon as the call has returned");
        awaitAvailable(PODS);
        assertTrue(find(PODS).leadsTo(instance()), () -> "" + routes());
    }

    @Test
    default void a_route_that_was_made_here_carries_our_mark() {
        added(PODS, instance());
        assertTrue(find(PODS).isOurs(), () -> "" + routes());
    }

    @Test
    default void a_repeated_add_makes_nothing_more() {
        done(() -> table().add(PODS, instance(), token("again")));
        done(() -> table().add(PODS, instance(), token("again")));
        awaitAvailable(PODS);
        done(() -> table().add(PODS, instance(), token("again")));
        assertEquals(1, routes().size(), () -> "" + routes());
    }

    @Test
    default void a_route_that_is_there_already_is_no_error() {
        added(PODS, instance());
        done(() -> table().add(PODS, instance(), token("somebody-else's")));
        assertEquals(1, routes().size(), () -> "" + routes());
    }

    @Test
    default void a_route_to_another_instance_stays() {
        added(PODS, neighbour());
        refused(CloudOutcome.Conflict.class, () -> table().add(PODS, instance(), token("mine")));
        assertTrue(find(PODS).leadsTo(neighbour()), () -> "" + routes());
    }

    @Test
    default void a_token_with_other_parameters_is_denied() {
        done(() -> table().add(PODS, instance(), token("once")));
        awaitAvailable(PODS);
        refused(CloudOutcome.Denied.class, () -> table().add(MORE_PODS, instance(), token("once")));
        assertEquals(1, routes().size(), () -> "" + routes());
    }

    @Test
    default void a_refused_token_may_be_used_again() {
        refused(CloudOutcome.NotFound.class, () -> table().add(PODS, nobody(), token("refused")));
        done(() -> table().add(PODS, instance(), token("refused")));
    }

    @Test
    default void one_instance_may_have_several_routes() {
        added(PODS, instance());
        added(MORE_PODS, instance());
        assertEquals(List.of(PODS, MORE_PODS), destinations());
    }

    @Test
    default void an_instance_that_nobody_knows_is_not_found_and_one_of_another_vpc_is_denied() {
        refused(CloudOutcome.NotFound.class, () -> table().add(PODS, nobody(), token("nobody")));
        refused(CloudOutcome.Denied.class, () -> table().add(PODS, stranger(), token("stranger")));
        assertEquals(List.of(), routes());
    }

    // Destinations

    @Test
    default void a_destination_is_no_vswitch_and_lies_in_none() {
        var inside = Cidr.of(vSwitchBlock().last(), vSwitchBlock().length() + 1);
        var one = Cidr.host(vSwitchBlock().nth(9));
        for (var destination : List.of(vSwitchBlock(), inside, one)) {
            refused(CloudOutcome.Denied.class, () -> table().add(destination, instance(), token("to-" + destination)));
        }
        assertEquals(List.of(), routes());
    }

    @Test
    default void a_destination_may_contain_a_vswitch() {
        added(Cidr.of(vSwitchBlock().first(), vSwitchBlock().length() - 1), instance());
    }

    @Test
    default void a_destination_may_lie_where_the_clouds_services_are_but_not_be_all_of_that() {
        var services = Cidr.parse("100.64.0.0/10");
        refused(CloudOutcome.Denied.class, () -> table().add(services, instance(), token("services")));
        added(Cidr.parse("100.64.0.0/16"), instance());
    }

    @Test
    default void a_destination_may_be_one_address_and_may_lie_in_another() {
        var one = Cidr.host(PODS.nth(7));
        added(PODS, instance());
        added(one, neighbour());
        assertEquals(List.of(PODS, one), destinations());
        assertTrue(find(one).leadsTo(neighbour()), () -> "" + routes());
    }

    // One change at a time

    @Test
    default void while_a_route_is_on_its_way_no_other_change_begins() {
        added(PODS, instance());
        done(() -> table().add(MORE_PODS, instance(), token("on-its-way")));
        var third = Cidr.parse("172.16.3.0/24");
        // What goes on for seconds only is over before a cloud that is not calm has been asked twice.
        if (calm()) {
            refused(CloudOutcome.Conflict.class, () -> table().add(third, neighbour(), token("third")));
            refused(CloudOutcome.Conflict.class, () -> table().remove(PODS, instance()));
        }
        awaitAvailable(MORE_PODS);
        assertEquals(List.of(PODS, MORE_PODS), destinations());
        assertEquals(RouteStatus.AVAILABLE, find(PODS).status());
        done(() -> table().add(third, neighbour(), token("third")));
    }

    @Test
    default void a_route_on_its_way_in_or_out_is_not_removed() {
        done(() -> table().add(PODS, instance(), token("in")));
        if (calm()) {
            refused(CloudOutcome.Conflict.class, () -> table().remove(PODS, instance()));
        }
        awaitAvailable(PODS);
        done(() -> table().remove(PODS, instance()));
        if (calm()) {
            refused(CloudOutcome.Conflict.class, () -> table().remove(PODS, instance()));
        }
        awaitGone(PODS);
    }

    // Removing

    @Test
    default void a_removed_route_is_on_its_way_out_and_then_gone() {
        added(PODS, instance());
        done(() -> table().remove(PODS, instance()));
        assertTrue(!calm() || find(PODS).status() == RouteStatus.DELETING, "as soon as the call has returned");
        awaitGone(PODS);
        done(() -> table().remove(PODS, instance()));
    }

    @Test
    default void a_removed_route_may_be_added_again_to_another_instance() {
        added(PODS, instance());
        done(() -> table().remove(PODS, instance()));
        awaitGone(PODS);
        done(() -> table().add(PODS, neighbour(), token("theirs-now")));
        assertTrue(find(PODS).leadsTo(neighbour()), () -> "" + routes());
    }

    @Test
    default void what_is_not_there_is_removed_already() {
        done(() -> table().remove(PODS, instance()));
        done(() -> table().remove(PODS, nobody()));
    }

    @Test
    default void a_route_by_way_of_another_instance_is_not_removed() {
        added(PODS, neighbour());
        done(() -> table().remove(PODS, instance()));
        passTime(Duration.ofSeconds(10));
        assertEquals(RouteStatus.AVAILABLE, find(PODS).status());
    }

    // As many as there may be

    @Test
    default void a_full_table_is_told_to_the_last_page_and_takes_no_more() {
        var expected = new ArrayList<Cidr>();
        for (int i = 0; i < quota(); i++) {
            var destination = Cidr.host(Cidr.parse("172.20.0.0/16").nth(i));
            added(destination, i % 2 == 0 ? instance() : neighbour());
            expected.add(destination);
        }
        assertEquals(expected, destinations());
        refused(CloudOutcome.LimitReached.class, () -> table().add(PODS, instance(), token("one-too-many")));
        done(() -> table().remove(expected.getFirst(), instance()));
        awaitGone(expected.getFirst());
        added(PODS, instance());
    }

    // What the tests are written with

    private InstanceId nobody() {
        return new InstanceId("i-nowhere");
    }

    private SaneCaller caller() {
        return new SaneCaller(this);
    }

    private <T> T done(Supplier<CloudOutcome<T>> call) {
        return caller().done(call);
    }

    private <T> CloudOutcome<T> refused(Class<?> kind, Supplier<CloudOutcome<T>> call) {
        return caller().refused(kind, call);
    }

    private void added(Cidr destination, InstanceId to) {
        var token = token("to-" + destination);
        caller().asked(() -> table().add(destination, to, token));
        caller().reached(
                        "the route to %s is available".formatted(destination),
                        () -> table().add(destination, to, token),
                        () -> status(destination).equals(Optional.of(RouteStatus.AVAILABLE)));
    }

    private List<VpcRoute> routes() {
        return caller().settled(() -> table().routes());
    }

    private List<Cidr> destinations() {
        return routes().stream().map(VpcRoute::destination).toList();
    }

    private Optional<VpcRoute> route(Cidr destination) {
        return routes().stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }

    private Optional<RouteStatus> status(Cidr destination) {
        return route(destination).map(VpcRoute::status);
    }

    private VpcRoute find(Cidr destination) {
        return route(destination).orElseThrow(() -> new AssertionError("no route to " + destination));
    }

    private void awaitAvailable(Cidr destination) {
        caller().reached(
                        "the route to %s is available".formatted(destination),
                        () -> table().routes(),
                        () -> status(destination).equals(Optional.of(RouteStatus.AVAILABLE)));
    }

    private void awaitGone(Cidr destination) {
        caller().reached(
                        "the route to %s is gone".formatted(destination),
                        () -> table().remove(destination, instance()),
                        () -> route(destination).isEmpty());
    }

    private static ClientToken token(String text) {
        return new ClientToken(text);
    }
}
