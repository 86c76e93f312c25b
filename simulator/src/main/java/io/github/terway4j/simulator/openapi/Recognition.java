package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.operation.Operations;

/** Lets only operations through that there are, whoever asks. */
final class Recognition implements Gate {
    private final Operations operations;

    Recognition(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        operations.require(call.api());
        return onward.go(call);
    }
}
