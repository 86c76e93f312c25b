package io.github.terway4j.app.clients;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.ports.RouteTableContract;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The adapter for routes keeps its promises through the whole wire, signatures and all: at once to everybody where the
 * cloud is calm, in the end to a sane caller where calls go astray.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("weathers")
class AliyunRouteTableOverHttpContract implements RouteTableContract {
    private static final int QUOTA = 12;

    private final CloudAtItsDoor cloud = new CloudAtItsDoor(2);
    private final CloudScene scene = cloud.scene();
    private final CloudScene elsewhere = CloudScene.of(scene.cloud(), CloudScene.TYPE, 1);
    private final RouteTable table = cloud.routes(scene, Optional.empty());
    private final Weather weather;

    record Weather(String name, QuirkPlan plan) {
        static Weather of(Quirk quirk) {
            return new Weather(
                    quirk.toString(), QuirkPlan.CALM.and(Spell.of(quirk).probably(0.2)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    AliyunRouteTableOverHttpContract(Weather weather) {
        this.weather = weather;
        scene.cloud().routes().quota(QUOTA);
        scene.cloud().follow(weather.plan());
    }

    static Stream<Weather> weathers() {
        var refusals = Arrays.stream(CallRefusal.values())
                .map(why -> Spell.of(new Quirk.Refused(Calls.ALL, why)).probably(0.3 / CallRefusal.values().length))
                .toList();
        return Stream.concat(
                Stream.of(
                        new Weather("calm", QuirkPlan.CALM),
                        new Weather("calls are refused by every code", new QuirkPlan(refusals))),
                Stream.of(
                                new Quirk.CallLost(Calls.ALL),
                                new Quirk.AnswerLost(Calls.ALL),
                                new Quirk.CallLate(Calls.ALL, Spread.ofMillis(1_000, 15_000)),
                                new Quirk.AnswerLate(Calls.ALL, Spread.ofMillis(500, 5_000)),
                                new Quirk.Unreachable(Calls.ALL),
                                new Quirk.DoneAndDenied(Calls.ALL, CallRefusal.INTERNAL_ERROR))
                        .map(Weather::of));
    }

    @Override
    public boolean calm() {
        return weather.plan().spells().isEmpty();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    public RouteTable table() {
        return table;
    }

    @Override
    public InstanceId instance() {
        return scene.instances().getFirst().id();
    }

    @Override
    public InstanceId neighbour() {
        return scene.instances().getLast().id();
    }

    @Override
    public InstanceId stranger() {
        return elsewhere.instances().getFirst().id();
    }

    @Override
    public Cidr vSwitchBlock() {
        return Cidr.parse("10.1.0.0/20");
    }

    @Override
    public int quota() {
        return QUOTA;
    }

    @Override
    public void passTime(Duration length) {
        cloud.pass(length);
    }
}
