package io.github.terway4j.adapters.log;

import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;

/** A line in the log for each condition that is another than before. For any thread. */
public final class LogNodeConditions implements NodeConditions {
    private static final Logger LOG = System.getLogger(LogNodeConditions.class.getName());

    private final Map<NodeCondition.Kind, NodeCondition> said = new EnumMap<>(NodeCondition.Kind.class);

    @Override
    public synchronized void say(NodeCondition condition) {
        if (!condition.equals(said.put(condition.kind(), condition))) {
            LOG.log(condition.holds() ? Level.INFO : Level.WARNING, condition.words());
        }
    }
}
