package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/**
 * One operation of the API. Many threads may perform it at once.
 *
 * <p>What cannot be is refused by a {@link io.github.terway4j.simulator.openapi.wire.Rejection}.
 */
@FunctionalInterface
public interface Operation {
    /** The fields of the answer, without the request's id. */
    Fields perform(Parameters parameters);
}
