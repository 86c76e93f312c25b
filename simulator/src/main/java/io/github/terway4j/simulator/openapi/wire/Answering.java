package io.github.terway4j.simulator.openapi.wire;

import java.util.Optional;

/** Whoever answers HTTP requests; mounted on a {@link WireServer}. Many threads ask at once. */
@FunctionalInterface
public interface Answering {
    /** Nothing where the connection shall end without an answer, as when a reply is lost. */
    Optional<Outgoing> answer(Incoming incoming);
}
