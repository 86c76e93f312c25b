package io.github.terway4j.features.architecture;

import static io.github.terway4j.features.architecture.Claim.weKeep;

import org.junit.jupiter.api.Test;

final class DecisionsTest {
    @Test
    void nobody_who_decides_or_simulates_reads_the_clock() {
        weKeep(
                Decisions::nobodyReadsTheClock,
                "domain.pool.ReadsTheClock",
                "domain.pool.HasSomebodyReadTheClock",
                "app.usecase.MeasuresByItself");
    }

    @Test
    void nobody_who_decides_throws_dice() {
        weKeep(Decisions::nobodyThrowsDice, "domain.pool.ThrowsDice", "domain.pool.Shuffles");
    }

    @Test
    void the_simulators_dice_come_from_its_seed() {
        weKeep(Decisions::theSimulatorsDiceComeFromItsSeed, "simulator.kernel.ThrowsUnseededDice");
    }

    @Test
    void no_decision_depends_on_the_order_of_a_hash() {
        weKeep(
                Decisions::nothingIsInHashOrder,
                "domain.pool.WalksAlongAHash",
                "domain.pool.CollectsIntoAHash",
                "domain.pool.CopiesIntoAHash");
    }

    @Test
    void only_the_port_tasks_waits_and_runs_things_beside_each_other() {
        weKeep(Decisions::onlyTasksWaitAndRunBesideOthers, "app.usecase.WaitsByItself");
    }
}
