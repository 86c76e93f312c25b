package io.github.terway4j.features.architecture;

import static io.github.terway4j.features.architecture.Claim.weKeep;

import org.junit.jupiter.api.Test;

final class ShapesTest {
    @Test
    void outcomes_actions_steps_and_decisions_are_sealed() {
        weKeep(Shapes::casesAreSealed, "domain.pool.OpenAction", "ports.out.OpenOutcome");
    }

    @Test
    void names_say_what_a_thing_is() {
        weKeep(Shapes::namesSayWhatAThingIs, "domain.pool.PoolManager", "domain.pool.PoolUtils");
    }

    @Test
    void classes_are_final() {
        weKeep(Shapes::classesAreFinal, "domain.pool.InvitesHeirs");
    }

    @Test
    void every_package_is_null_marked() {
        weKeep(Shapes::packagesAreNullMarked, "unmarked.InNobodysRoom");
    }
}
