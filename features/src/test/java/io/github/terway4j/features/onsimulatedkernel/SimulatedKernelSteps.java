package io.github.terway4j.features.onsimulatedkernel;

import io.cucumber.java.Before;
import io.github.terway4j.features.stage.Machine;
import io.github.terway4j.features.stage.Stage;

/** Chooses the kernel. */
public final class SimulatedKernelSteps {
    private final Stage stage;

    public SimulatedKernelSteps(Stage stage) {
        this.stage = stage;
    }

    @Before
    public void choose() {
        stage.standsOn(Machine.simulated());
    }
}
