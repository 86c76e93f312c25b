package io.github.terway4j.simulator.fault;

import io.github.terway4j.simulator.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Says at each occasion whether something goes wrong, and counts what did. */
public final class Mischief {
    private final World world;
    private final Set<FaultKind> kinds;
    private final FaultChoice choice;
    private final Map<FaultKind, RandomGenerator> chances = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> turns = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);
    private final List<FaultName> struck = new ArrayList<>();
    private boolean calm;

    /** @param kinds what can go wrong at all */
    public Mischief(World world, Collection<FaultKind> kinds, FaultChoice choice) {
        this.world = world;
        this.kinds = EnumSet.noneOf(FaultKind.class);
        this.kinds.addAll(kinds);
        this.choice = choice;
        for (var kind : FaultKind.values()) {
            chances.put(kind, world.fork("fault " + kind.word()));
        }
    }

    /** Whether the fault strikes here and now. Asked once at each occasion. */
    public boolean strikes(FaultKind kind) {
        if (calm || !kinds.contains(kind) || chance(kind).nextDouble() >= kind.chance()) {
            return false;
        }
        var fault = new FaultName(kind, turns.merge(kind, 1L, Long::sum));
        if (!choice.strikes(fault)) {
            world.note("fault", fault + " is passed over");
            return false;
        }
        world.note("fault", fault.toString());
        counts.merge(kind, 1L, Long::sum);
        struck.add(fault);
        return true;
    }

    /** Of the kind's own, for how badly it strikes. */
    public RandomGenerator chance(FaultKind kind) {
        return Objects.requireNonNull(chances.get(kind));
    }

    /** From now on nothing goes wrong any more. */
    public void calm() {
        calm = true;
    }

    /** Those that struck, in their order. */
    public List<FaultName> struck() {
        return List.copyOf(struck);
    }

    /** How many of them there are. */
    public int count() {
        return struck.size();
    }

    /** The same of each kind that could strike. */
    public Map<FaultKind, Long> counts() {
        var all = new EnumMap<FaultKind, Long>(FaultKind.class);
        kinds.forEach(kind -> all.put(kind, counts.getOrDefault(kind, 0L)));
        return all;
    }
}
