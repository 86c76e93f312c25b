package io.github.terway4j.app.usecase;

import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import java.util.ArrayList;
import java.util.List;

/** Nothing goes wrong, but what a test says: the next call whose words begin so. */
final class Fates implements FaultPlan {
    private final List<Expected> expected = new ArrayList<>();

    void next(String call, Fate fate) {
        expected.add(new Expected(call, fate));
    }

    @Override
    public Fate fateOf(Call call) {
        for (var one : expected) {
            if (call.what().startsWith(one.call())) {
                expected.remove(one);
                return one.fate();
            }
        }
        return new Fate.Arrives();
    }

    private record Expected(String call, Fate fate) {}
}
