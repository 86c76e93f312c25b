package io.github.terway4j.app.agent;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads the configuration again and again. What an agent works by is the snapshot that it began with, as a whole: only
 * {@code degradation} is turned under way. When anything else has changed, could be worked with here, and is still so at the
 * next look, the agent ends, to be started anew by it; what every pod would miss under it keeps the one before in force.
 */
final class ConfigWatch {
    /** Chosen: what Kubernetes mounts is as old as a minute by itself. Agents look at moments of their own, and so end. */
    static final Duration PERIOD = Duration.ofSeconds(10);

    private final NodeConfig snapshot;
    private final UnaryOperator<ConfigReading> next;
    private final Function<NodeConfig, List<String>> obstacles;
    private final DegradationSwitch degradation;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private ConfigReading last;
    private boolean outdated;

    /**
     * Looks at nothing yet.
     *
     * @param next what the configuration is now, by what it was before
     * @param obstacles why no pod of this node could be served by it
     */
    ConfigWatch(
            NodeConfig snapshot,
            UnaryOperator<ConfigReading> next,
            Function<NodeConfig, List<String>> obstacles,
            DegradationSwitch degradation,
            Chronicle chronicle,
            Tasks tasks) {
        this.snapshot = snapshot;
        this.next = next;
        this.obstacles = obstacles;
        this.degradation = degradation;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.last = new ConfigReading.Accepted(snapshot, List.of());
    }

    /** @param anew ends the agent, once */
    void run(Runnable anew) {
        do {
            tasks.sleep(PERIOD);
        } while (!look());
        anew.run();
        while (true) {
            tasks.sleep(PERIOD);
        }
    }

    /** Whether the agent is to begin anew: another configuration has held since the last look. */
    boolean look() {
        var reading = next.apply(last);
        if (reading.equals(last)) {
            return outdated;
        }
        last = reading;
        switch (reading) {
            case ConfigReading.Accepted(var config, var _) -> heed(config);
            case ConfigReading.Refused(var problems) -> refuse(problems);
        }
        return false;
    }

    private void heed(NodeConfig config) {
        var level = config.pool().degradation();
        if (level != degradation.level()) {
            chronicle.node(
                    EventReason.CONFIG_CHECK,
                    "degradation is now %s, and was %s".formatted(level, degradation.level()));
            degradation.turn(level);
        }
        outdated = !config.at(level).equals(snapshot.at(level));
        if (!outdated) {
            return;
        }
        var standing = obstacles.apply(config);
        if (standing.isEmpty()) {
            chronicle.node(EventReason.CONFIG_CHECK, "the configuration has changed; the agent begins anew by it");
        } else {
            refuse(standing);
        }
    }

    private void refuse(List<String> problems) {
        outdated = false;
        chronicle.node(
                EventReason.CONFIG_ERROR,
                "the changed configuration is refused, the one before holds: " + String.join("; ", problems));
    }
}
