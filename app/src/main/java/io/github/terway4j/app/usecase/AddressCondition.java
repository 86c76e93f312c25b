package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says of the node whether it has enough addresses; nobody else does. That it has or has not is said at once; other words
 * a little later, for they may change with every pod; and the same again so that people see that somebody still knows.
 */
public final class AddressCondition {
    private static final Duration WORDS = Duration.ofSeconds(30);
    /** Terway's. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(5);

    private final NodeConditions conditions;
    private final Tasks tasks;
    private Optional<NodeCondition> said = Optional.empty();
    private Instant saidAt = Instant.MIN;

    public AddressCondition(NodeConditions conditions, Tasks tasks) {
        this.conditions = conditions;
        this.tasks = tasks;
    }

    /** @param shortfall why addresses are missing; empty when none are */
    void found(Optional<Fault> shortfall) {
        var now = tasks.instant();
        var condition = shortfall
                .map(fault -> NodeCondition.insufficientIp(fault.words()))
                .orElseGet(NodeCondition::sufficientIp);
        if (isDue(condition, now)) {
            said = Optional.of(condition);
            saidAt = now;
            conditions.say(condition);
        }
    }

    private boolean isDue(NodeCondition condition, Instant now) {
        var before = said.filter(last -> last.holds() == condition.holds());
        var rest = before.filter(condition::equals).isPresent() ? HEARTBEAT : WORDS;
        // A clock that was set back makes it due as well.
        return before.isEmpty() || now.isBefore(saidAt) || !now.isBefore(saidAt.plus(rest));
    }
}
