package io.github.terway4j.app.usecase;

import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing goes wrong, but what a test says: the next call whose words begin so. */
final class Fates implements FaultPlan {
    private final List<Expected> expected = new ArrayList<>();
    private Optional<Fate> last = Optional.empty();
    private int left;

    void next(String call, Fate fate) {
        expected.add(new Expected(call, fate));
    }

    /** The call after so many others. */
    void after(int others, Fate fate) {
        left = others;
        last = Optional.of(fate);
    }

    /** Whether the call came that {@link #after} spoke of. */
    boolean came() {
        return last.isEmpty();
    }

    @Override
    public Fate fateOf(Call call) {
        if (last.isPresent() && left-- == 0) {
            var fate = last.get();
            last = Optional.empty();
            return fate;
        }
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
