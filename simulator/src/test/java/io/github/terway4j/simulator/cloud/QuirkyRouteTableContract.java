package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** To a sane caller the VPC's routes keep their promises, whatever befalls calls; other quirks do not touch them. */
@ParameterizedClass(name = "{0}")
@MethodSource("quirks")
class QuirkyRouteTableContract implements OnSimulatedRoutes {
    private final Ground ground = Ground.calm();
    private final RouteTable table = ground.table(ground.clock().passage());

    QuirkyRouteTableContract(Quirk quirk) {
        ground.cloud().follow(QuirkPlan.CALM.and(Spell.of(quirk).probably(0.3)));
    }

    static Stream<Quirk> quirks() {
        var refusals = Arrays.stream(CallRefusal.Meaning.values())
                .map(QuirkyCloudContract::first)
                .map(why -> new Quirk.Refused(Calls.ALL, why));
        return Stream.concat(
                refusals,
                Stream.of(
                        new Quirk.CallLost(Calls.ALL),
                        new Quirk.AnswerLost(Calls.ALL),
                        new Quirk.CallLate(Calls.ALL, Spread.ofMillis(1_000, 15_000)),
                        new Quirk.AnswerLate(Calls.ALL, Spread.ofMillis(500, 15_000)),
                        new Quirk.Unreachable(Calls.ALL),
                        new Quirk.DoneAndDenied(Calls.ALL, CallRefusal.INTERNAL_ERROR)));
    }

    @Override
    public boolean calm() {
        return false;
    }

    @Override
    public RouteTable table() {
        return table;
    }

    @Override
    public Ground ground() {
        return ground;
    }
}
