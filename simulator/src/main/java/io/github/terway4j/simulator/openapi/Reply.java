package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.openapi.wire.Refusal;

/** What a call comes to. */
public sealed interface Reply {
    /**
     * It is done.
     *
     * @param fields of the answer, without the request's id
     */
    record Given(Fields fields) implements Reply {}

    record Refused(Refusal refusal) implements Reply {}

    /** The connection ends, and the client does not learn what came of its call. */
    record Lost() implements Reply {}

    /** Something that is not of this API at all, like a proxy's page in HTML. */
    record Foreign(Outgoing outgoing) implements Reply {}
}
