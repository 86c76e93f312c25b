package io.github.terway4j.simulator.cluster;

import io.github.terway4j.ports.out.NodeCondition;
import java.time.Instant;
import java.util.Optional;

/**
 * A condition of a node as the API server shows it.
 *
 * @param since it holds, or does not; other words change nothing of that
 * @param heartbeat when it was last said
 */
public record ShownCondition(NodeCondition condition, Instant since, Instant heartbeat) {
    static ShownCondition after(Optional<ShownCondition> before, NodeCondition said, Instant now) {
        var since = before.filter(shown -> shown.condition().holds() == said.holds())
                .map(ShownCondition::since)
                .orElse(now);
        return new ShownCondition(said, since, now);
    }
}
