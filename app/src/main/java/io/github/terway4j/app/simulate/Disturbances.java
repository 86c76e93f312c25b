package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong without anybody's calling. Each minute is an occasion for each kind. */
final class Disturbances {
    /** Chosen: a machine's clock is set by no more than this. */
    static final Duration FARTHEST_JUMP = Duration.ofMinutes(10);

    private static final Duration OCCASION = Duration.ofMinutes(1);
    private static final Spread LAG = Spread.ofMillis(500, 8_000);
    private static final Spread STALE_FOR = new Spread(Duration.ofMinutes(1), Duration.ofMinutes(10));
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
        simulation.quirks.lag(Duration.ZERO);
        nodes.forEach(Disturbances::reconnect);
    }

    private void occasion() {
        if (mischief.strikes(FaultKind.MEDDLING)) {
            simulation.meddle(meddler);
        }
        if (mischief.strikes(FaultKind.STALE)) {
            goStale();
        }
        if (mischief.strikes(FaultKind.API_AWAY)) {
            cutOff(one(FaultKind.API_AWAY));
        }
        if (mischief.strikes(FaultKind.CLOCK)) {
            setClock(one(FaultKind.CLOCK));
        }
    }

    private void goStale() {
        var chance = chance(FaultKind.STALE);
        var lag = LAG.draw(chance);
        simulation.world.note("cloud", "describes ENIs as they were " + lag + " ago");
        simulation.quirks.lag(lag);
        simulation.world.after(STALE_FOR.draw(chance), "fresh again", () -> simulation.quirks.lag(Duration.ZERO));
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
        var farthest = FARTHEST_JUMP.toMillis();
        var jump = Duration.ofMillis(chance(FaultKind.CLOCK).nextLong(-farthest, farthest + 1));
        simulation.world.note(node.name(), "its clock is set by " + jump);
        node.clock().jump(jump);
    }

    private SimulatedNode one(FaultKind kind) {
        return nodes.get(chance(kind).nextInt(nodes.size()));
    }

    private RandomGenerator chance(FaultKind kind) {
        return mischief.chance(kind);
    }
}
