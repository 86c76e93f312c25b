package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong without anybody's calling. Each minute is an occasion for each kind. */
final class Disturbances {
    /** Chosen: no machine's clock is wrong by more than this. */
    static final Duration FARTHEST_OFF = Duration.ofMinutes(10);

    private static final Duration OCCASION = Duration.ofMinutes(1);
    private static final Spread LASTING = new Spread(Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final Spread AWAY_FOR = new Spread(Duration.ofSeconds(10), Duration.ofHours(1));

    private final Simulation simulation;
    private final Mischief mischief;
    private final Meddler meddler;
    private final List<SimulatedNode> nodes;
    private boolean over;

    Disturbances(Simulation simulation, Meddler meddler) {
        this.simulation = simulation;
        this.mischief = simulation.mischief;
        this.meddler = meddler;
        this.nodes = List.copyOf(simulation.nodes);
    }

    void begin() {
        simulation.world.after(OCCASION, "occasion", () -> {
            if (!over) {
                occasion();
                begin();
            }
        });
    }

    /** All of them end. */
    void end() {
        over = true;
        for (var spell : Spell.values()) {
            simulation.quirks.end(spell.kind());
        }
        nodes.forEach(Disturbances::reconnect);
    }

    private void occasion() {
        if (mischief.strikes(FaultKind.MEDDLING)) {
            simulation.meddle(meddler);
        }
        for (var spell : Spell.values()) {
            if (mischief.strikes(spell.kind())) {
                begin(spell);
            }
        }
        if (mischief.strikes(FaultKind.API_AWAY)) {
            cutOff(one(FaultKind.API_AWAY));
        }
        if (mischief.strikes(FaultKind.CLOCK)) {
            setClock(one(FaultKind.CLOCK));
        }
    }

    private void begin(Spell spell) {
        var kind = spell.kind();
        var quirks = spell.quirks(simulation.cloud, chance(kind));
        simulation.world.note("cloud", "has " + quirks);
        simulation.quirks.begin(kind, quirks);
        simulation.world.after(LASTING.draw(chance(kind)), "end of " + kind.word(), () -> simulation.quirks.end(kind));
    }

    private void cutOff(SimulatedNode node) {
        simulation.world.note(node.name(), "cannot reach the API server");
        node.machine().newsroom().cutOff("the API server is away");
        node.machine().pods().cutOff("the API server is away");
        simulation.world.after(AWAY_FOR.draw(chance(FaultKind.API_AWAY)), "back again", () -> reconnect(node));
    }

    private static void reconnect(SimulatedNode node) {
        node.machine().newsroom().reconnect();
        node.machine().pods().reconnect();
    }

    private void setClock(SimulatedNode node) {
        var farthest = FARTHEST_OFF.toMillis();
        var ahead = Duration.ofMillis(chance(FaultKind.CLOCK).nextLong(-farthest, farthest + 1));
        simulation.world.note(node.name(), "its clock is set to go " + ahead + " ahead");
        node.clock().set(ahead);
    }

    private SimulatedNode one(FaultKind kind) {
        return nodes.get(chance(kind).nextInt(nodes.size()));
    }

    private RandomGenerator chance(FaultKind kind) {
        return mischief.chance(kind);
    }
}
