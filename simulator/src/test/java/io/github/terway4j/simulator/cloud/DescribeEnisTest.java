package io.github.terway4j.simulator.cloud;

import static io.github.terway4j.simulator.cloud.Asked.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What describing ENIs finds, and how it lags. */
class DescribeEnisTest {
    private final TestClock clock = new TestClock();
    private final CloudScene scene = CloudScene.small(1, 2, clock);
    private final SimulatedCloud cloud = scene.cloud();
    private final InstanceId node = scene.instances().getFirst().id();
    private final CloudEni wanted =
            done(cloud.create(order().with(new Label("wanted", "", "rg-1", Map.of("role", "db", "stage", "test")))));
    private final CloudEni other = done(cloud.create(order().with(Label.tagged(Map.of("role", "web")))));

    @Test
    void every_filter_finds_what_it_admits_and_all_of_them_together_do() {
        var filters = List.<EniFilter>of(
                new EniFilter.Ids(List.of(wanted.id())),
                new EniFilter.Tagged("role", "db"),
                new EniFilter.HasTag("stage"),
                new EniFilter.WithPrimary(wanted.eni().primaryAddress()),
                new EniFilter.WithAddress(
                        List.of(Ip.parse("10.9.9.9"), wanted.eni().primaryAddress())),
                new EniFilter.Named("wanted"),
                new EniFilter.InResourceGroup("rg-1"));
        filters.forEach(filter -> assertEquals(List.of(wanted), find(filter), filter::toString));
        assertEquals(List.of(wanted), cloud.describeEnis(filters));
        assertEquals(List.of(), find(filters.getFirst(), new EniFilter.Tagged("role", "web")));
    }

    @Test
    void what_is_of_a_kind_and_in_a_place_is_found_together() {
        assertEquals(2, find(new EniFilter.OfKind(EniKind.SECONDARY)).size());
        assertEquals(2, find(new EniFilter.InStatus(EniStatus.IN_USE)).size());
        assertEquals(4, find(new EniFilter.InVpc(scene.vpc())).size());
        assertEquals(
                3, find(new EniFilter.InVSwitch(scene.vSwitches().getFirst())).size());
        assertEquals(
                4, find(new EniFilter.InSecurityGroup(scene.securityGroup())).size());
        assertEquals(1, find(new EniFilter.OfInstance(node)).size());
        assertEquals(0, find(new EniFilter.OfInstance(new InstanceId("i-none"))).size());
    }

    @Test
    void enis_are_shown_in_the_order_of_their_ids_however_they_are_asked_for() {
        var ids = cloud.describeEnis().stream().map(CloudEni::id).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
        var backwards = new EniFilter.Ids(ids.reversed());
        assertEquals(ids, find(backwards).stream().map(CloudEni::id).toList());
        assertEquals(List.of(), find(new EniFilter.Ids(List.of(new EniId("eni-none")))));
    }

    @Test
    void an_instance_is_asked_for_its_enis_from_the_beginning_to_the_end_of_their_stay() {
        done(cloud.attach(wanted.id(), node));
        assertEquals(2, find(new EniFilter.OfInstance(node)).size(), "while it comes");
        clock.pass(Duration.ofSeconds(3));
        done(cloud.detach(wanted.id(), node));
        assertEquals(2, find(new EniFilter.OfInstance(node)).size(), "while it goes");
        clock.pass(Duration.ofSeconds(2));
        assertEquals(1, find(new EniFilter.OfInstance(node)).size());
    }

    @Test
    void a_lagging_look_is_one_look_at_an_earlier_moment_whichever_way_one_asks() {
        cloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(10))));
        done(cloud.attach(wanted.id(), node));
        clock.pass(Duration.ofSeconds(3));
        done(cloud.assign(new Assignment(wanted.id(), IpFamily.V4, 1)));
        done(cloud.delete(other.id()));
        clock.pass(Duration.ofSeconds(6));
        assertTrue(cloud.eni(other.id()).isEmpty(), "it is gone");
        assertEquals(1, find(new EniFilter.OfInstance(node)).size(), "nothing has begun yet, it seems");
        assertEquals(List.of(wanted), find(new EniFilter.Tagged("role", "db")));
        clock.pass(Duration.ofSeconds(2));
        var shown = find(new EniFilter.Tagged("role", "db")).getFirst();
        assertEquals(EniStatus.ATTACHING, shown.status());
        assertEquals(2, find(new EniFilter.OfInstance(node)).size());
        assertEquals(List.of(other), find(new EniFilter.Tagged("role", "web")), "not yet gone");
        clock.pass(Duration.ofSeconds(12));
        assertEquals(List.of(), find(new EniFilter.Tagged("role", "web")));
        assertEquals(cloud.enis(), cloud.describeEnis());
    }

    private List<CloudEni> find(EniFilter... filters) {
        return cloud.describeEnis(List.of(filters));
    }

    private EniOrder order() {
        return EniOrder.in(scene.vSwitches().getFirst(), List.of(scene.securityGroup()));
    }
}
