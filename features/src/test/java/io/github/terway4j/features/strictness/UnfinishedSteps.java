package io.github.terway4j.features.strictness;

import io.cucumber.java.PendingException;
import io.cucumber.java.en.Given;

/** A sentence whose meaning is yet to be written. */
public final class UnfinishedSteps {
    @SuppressWarnings("DoNotCallSuggester") // Cucumber calls it, and is told.
    @Given("that it will mean something one day")
    public void later() {
        throw new PendingException();
    }
}
