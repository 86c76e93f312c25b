package io.github.terway4j.app.stage;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedStageBadCallsTest implements BadCallsContract {
    private final List<Sandbox> sandboxes = new ArrayList<>();
    private final Stage stage = SimulatedStage.open(
            SETTING, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public List<Sandbox> sandboxes() {
        return sandboxes;
    }

    @AfterAll
    void close() {
        stage.close();
    }
}
