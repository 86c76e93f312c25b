package io.github.terway4j.features.steps;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.github.terway4j.features.stage.Stage;

/** The end of each scenario: what went wrong is told, and nothing stays. */
public final class Curtain {
    private final Stage stage;

    public Curtain(Stage stage) {
        this.stage = stage;
    }

    @After
    public void falls(Scenario scenario) {
        if (scenario.isFailed()) {
            System.out.println("What happened last in \"" + scenario.getName() + "\":");
            stage.trace().forEach(System.out::println);
            stage.events().forEach(System.out::println);
        }
        stage.clear();
    }
}
