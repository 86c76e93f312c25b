package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** What a call writes on a thing that it makes. */
final class Labels {
    private Labels() {}

    /**
     * Reads it.
     *
     * @param name the parameter that holds the thing's name
     */
    static Label read(Parameters parameters, String name) {
        return new Label(
                parameters.text(name).orElse(""),
                parameters.text("Description").orElse(""),
                parameters.text("ResourceGroupId").orElse(""),
                Tags.read(parameters));
    }
}
