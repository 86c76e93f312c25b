package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.github.terway4j.features.stage.Stage;
import java.util.List;

/** The end of each scenario: what went wrong is told, and nothing stays. */
public final class Curtain {
    private final Stage stage;

    public Curtain(Stage stage) {
        this.stage = stage;
    }

    @After
    public void falls(Scenario scenario) {
        if (scenario.isFailed() || !stage.stumbles().isEmpty()) {
            System.out.println("What happened last in \"" + scenario.getName() + "\":");
            stage.trace().forEach(System.out::println);
            stage.events().forEach(System.out::println);
        }
        stage.clear();
        assertEquals(List.of(), stage.stumbles(), "an agent has made a mistake and begun anew");
    }
}
