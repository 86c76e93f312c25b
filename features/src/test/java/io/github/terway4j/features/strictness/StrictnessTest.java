package io.github.terway4j.features.strictness;

import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

final class StrictnessTest {
    @Test
    void a_sentence_without_a_meaning_fails_and_so_does_one_that_is_yet_to_be_written() {
        var listener = new SummaryGeneratingListener();
        var manual = LauncherDiscoveryRequestBuilder.request()
                .filters(includeEngines("cucumber"))
                .selectors(selectClasspathResource("strictness/unknown-sentence.feature"))
                .configurationParameter(GLUE_PROPERTY_NAME, "io.github.terway4j.features.strictness")
                .configurationParameter("cucumber.publish.quiet", "true")
                .build();
        LauncherFactory.create().execute(manual, listener);
        assertEquals(
                List.of("UndefinedStepException", "PendingException"),
                listener.getSummary().getFailures().stream()
                        .map(failure -> failure.getException().getClass().getSimpleName())
                        .toList());
    }
}
