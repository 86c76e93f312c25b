package io.github.terway4j.app.config;

import java.util.List;

/** What came of reading a configuration. */
public sealed interface ConfigReading {
    /**
     * It can be worked with.
     *
     * @param warnings what the operator may have meant otherwise, a sentence each, beginning with the key
     */
    record Accepted(NodeConfig config, List<String> warnings) implements ConfigReading {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It cannot.
     *
     * @param problems all of them, each with its key, the value unless it is a secret, and what is allowed
     */
    record Refused(List<String> problems) implements ConfigReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
