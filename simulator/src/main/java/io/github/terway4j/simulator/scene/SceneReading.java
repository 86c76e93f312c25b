package io.github.terway4j.simulator.scene;

import java.util.List;

/** What came of reading a scene file. */
public sealed interface SceneReading {
    /** A cloud can be made of it. */
    record Accepted(Scene scene) implements SceneReading {}

    /**
     * None can.
     *
     * @param problems all of them, in the order of the file: line, column, what is wrong and what is allowed
     */
    record Refused(List<String> problems) implements SceneReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
