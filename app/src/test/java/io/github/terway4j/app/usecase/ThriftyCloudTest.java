package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloudNetwork;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ThriftyCloudTest {
    private final World world = new World(1);
    private final CloudScene scene = CloudScene.small(1, 1, world);
    private final InstanceId instance = scene.instances().getFirst().id();
    private final List<String> looks = new ArrayList<>();
    private boolean answersAreLost;
    private final ThriftyCloud cloud = new ThriftyCloud(
            new SimulatedCloudNetwork(scene.cloud(), new Way()),
            new Muster(),
            world.process("agent").tasks());

    private final class Way implements Passage {
        @Override
        public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
            if (call.startsWith("enisOf ")) {
                looks.add(call.endsWith(", attached") ? "attached" : call.contains(", named ") ? "named" : "all");
            }
            var answer = atTheCloud.get();
            return answersAreLost ? new CloudOutcome.Unknown<>("no answer") : answer;
        }
    }

    private Map<EniId, EniStatus> look() {
        var secondary = new TreeMap<EniId, EniStatus>();
        for (var eni : done(cloud.enisOf(instance))) {
            if (!eni.id().equals(scene.instances().getFirst().primaryEni())) {
                secondary.put(eni.id(), eni.status());
            }
        }
        return secondary;
    }

    private CloudOutcome<Eni> create(String token) {
        var wanted = new NewEni(instance, scene.vSwitches().getFirst(), List.of(scene.securityGroup()), 3, 0, Map.of());
        return cloud.create(wanted, new ClientToken(token));
    }

    private EniId attachedEni() {
        var eni = done(create("token")).id();
        done(cloud.attach(eni, instance));
        world.runFor(Duration.ofSeconds(5));
        return eni;
    }

    private static <T> T done(CloudOutcome<T> outcome) {
        assertInstanceOf(CloudOutcome.Done.class, outcome);
        return outcome instanceof CloudOutcome.Done<T>(var value) ? value : done(outcome);
    }

    @Test
    void the_first_look_is_for_all_and_the_next_for_what_is_attached() {
        look();
        look();
        assertEquals(List.of("all", "attached"), looks);
    }

    @Test
    void an_eni_that_was_made_and_attached_is_attached() {
        look();
        var eni = attachedEni();
        assertEquals(Map.of(eni, EniStatus.IN_USE), look());
        assertEquals(List.of("all", "attached"), looks);
    }

    @Test
    void an_eni_that_was_made_and_not_attached_is_asked_for_by_its_name() {
        look();
        var eni = done(create("token")).id();
        assertEquals(Map.of(eni, EniStatus.AVAILABLE), look());
        assertEquals(List.of("all", "named"), looks);
    }

    @Test
    void an_eni_on_its_way_out_is_asked_for_by_its_name_until_it_is_gone() {
        look();
        var eni = attachedEni();
        look();
        done(cloud.detach(eni, instance));
        assertEquals(Map.of(eni, EniStatus.DETACHING), look());
        world.runFor(Duration.ofSeconds(5));
        assertEquals(Map.of(eni, EniStatus.AVAILABLE), look());
        done(cloud.delete(eni));
        world.runFor(Duration.ofSeconds(5));
        assertEquals(Map.of(), look());
        look();
        assertEquals(List.of("all", "attached", "named", "named", "named", "attached"), looks);
    }

    @Test
    void an_eni_that_somebody_else_has_detached_is_found_all_the_same() {
        look();
        var eni = attachedEni();
        look();
        scene.cloud().detach(eni, instance);
        world.runFor(Duration.ofSeconds(5));
        assertEquals(Map.of(eni, EniStatus.AVAILABLE), look());
        assertEquals(List.of("all", "attached", "attached", "all"), looks);
    }

    @Test
    void an_eni_that_may_have_been_made_is_looked_for_for_a_minute() {
        look();
        answersAreLost = true;
        create("token");
        answersAreLost = false;
        assertEquals(List.of(EniStatus.AVAILABLE), List.copyOf(look().values()));
        done(cloud.attach(look().keySet().iterator().next(), instance));
        world.runFor(Duration.ofSeconds(59));
        look();
        world.runFor(Duration.ofSeconds(1));
        look();
        assertEquals(List.of("all", "all", "all", "all", "attached"), looks);
    }

    @Test
    void after_a_clock_was_set_back_nobody_knows_how_long_ago_that_was() {
        var clock = world.clock();
        var other = new ThriftyCloud(
                new SimulatedCloudNetwork(scene.cloud(), new Way()),
                new Muster(),
                world.process("other", clock).tasks());
        other.enisOf(instance);
        clock.set(Duration.ofHours(-1));
        other.enisOf(instance);
        other.enisOf(instance);
        assertEquals(List.of("all", "all", "attached"), looks);
    }

    @Test
    void every_ten_minutes_somebody_else_may_have_done_something() {
        look();
        world.runFor(Duration.ofMinutes(10));
        look();
        assertEquals(List.of("all", "all"), looks);
    }
}
