package io.github.terway4j.app.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.route.RouteTemper;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no other route table promises. */
class AliyunRouteTableOverHttpTest {
    private static final Spread NO_TIME = new Spread(Duration.ZERO, Duration.ZERO);
    private static final Cidr PODS = Cidr.parse("172.16.1.0/24");

    private final CloudAtItsDoor cloud = new CloudAtItsDoor(1);
    private final CloudScene scene = cloud.scene();
    private final InstanceId instance = scene.instances().getFirst().id();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void of_several_tables_only_the_one_that_was_named_is_used() {
        var second = scene.cloud().site().createRouteTable(scene.vpc());
        assertInstanceOf(
                CloudOutcome.Denied.class, cloud.routes(scene, Optional.empty()).routes());
        var named = cloud.routes(scene, Optional.of(second));
        assertInstanceOf(CloudOutcome.Done.class, named.add(PODS, instance, new ClientToken("named")));
        assertEquals(6, entries(second), "five of them the system's own");
        assertEquals(
                5,
                entries(cloud.scene()
                        .cloud()
                        .routes()
                        .tablesOf(scene.vpc())
                        .getFirst()
                        .id()));
    }

    @Test
    void more_routes_than_a_page_holds_are_told_to_the_last() {
        var routes = scene.cloud().routes();
        routes.quota(501);
        routes.temper(new RouteTemper(NO_TIME, NO_TIME));
        var hop = new VpcNextHop.ToInstance(instance);
        var id = routes.tablesOf(scene.vpc()).getFirst().id();
        for (int i = 0; i < 501; i++) {
            var destination = Cidr.host(Cidr.parse("172.20.0.0/16").nth(i));
            routes.create(new RouteOrder(id, destination, hop), new ClientToken("route-" + i));
        }
        var told = assertInstanceOf(
                CloudOutcome.Done.class, cloud.routes(scene, Optional.empty()).routes());
        assertEquals(501, ((List<?>) told.value()).size());
    }

    private int entries(RouteTableId of) {
        return assertInstanceOf(Answer.Given.class, scene.cloud().routes().entries(of))
                                .value()
                        instanceof List<?> all
                ? all.size()
                : 0;
    }
}
