package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** To a sane caller the cloud keeps its promises even while a quirk is on, whichever it is. */
@ParameterizedClass(name = "{0}")
@MethodSource("quirks")
class QuirkyCloudContract implements OnSimulatedCloud {
    private final TestClock clock = new TestClock();
    private final Landscape landscape = Landscape.in(new SimulatedCloud(7, clock, EniTemper.CALM));
    private final CloudNetwork cloud =
            new SimulatedCloudNetwork(landscape.scene().cloud(), clock.passage());

    QuirkyCloudContract(Quirk quirk) {
        landscape
                .scene()
                .cloud()
                .quirks()
                .follow(QuirkPlan.CALM.and(Spell.of(quirk).probably(0.3)));
    }

    static Stream<Quirk> quirks() {
        var ofCalls = Stream.of(
                new Quirk.CallLost(Calls.ALL),
                new Quirk.AnswerLost(Calls.ALL),
                new Quirk.AnswerLate(Calls.ALL, Spread.ofMillis(500, 15_000)),
                new Quirk.Unreachable(Calls.ALL),
                new Quirk.DoneAndDenied(Calls.ALL, CallRefusal.INTERNAL_ERROR));
        var refusals = Arrays.stream(CallRefusal.values()).map(why -> new Quirk.Refused(Calls.ALL, why));
        return Stream.concat(ofCalls, refusals);
    }

    @Override
    public boolean calm() {
        return false;
    }

    @Override
    public CloudNetwork cloud() {
        return cloud;
    }

    @Override
    public Landscape landscape() {
        return landscape;
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
    }
}
