package io.github.terway4j.app.agent;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads the configuration again and again, for the one key that must not wait for a restart: {@code degradation}. What an
 * agent works by is the snapshot that it began with; that the rest has changed is told, once for each change.
 */
final class ConfigWatch {
    /** Chosen: what Kubernetes mounts is as old as a minute by itself. */
    static final Duration PERIOD = Duration.ofSeconds(10);

    private final NodeConfig snapshot;
    private final UnaryOperator<ConfigReading> next;
    private final DegradationSwitch degradation;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private ConfigReading last;

    /** @param next what the configuration is now, by what it was before */
    ConfigWatch(
            NodeConfig snapshot,
            UnaryOperator<ConfigReading> next,
            DegradationSwitch degradation,
            Chronicle chronicle,
            Tasks tasks) {
        this.snapshot = snapshot;
        this.next = next;
        this.degradation = degradation;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.last = new ConfigReading.Accepted(snapshot, List.of());
    }

    void run() {
        while (true) {
            tasks.sleep(PERIOD);
            look();
        }
    }

    void look() {
        var reading = next.apply(last);
        if (!reading.equals(last)) {
            last = reading;
            switch (reading) {
                case ConfigReading.Accepted(var config, var _) -> heed(config);
                case ConfigReading.Refused(var problems) ->
                    chronicle.node(
                            EventReason.CONFIG_ERROR,
                            "the changed configuration is refused, the one before holds: "
                                    + String.join("; ", problems));
            }
        }
    }

    private void heed(NodeConfig config) {
        var level = config.pool().degradation();
        if (level != degradation.level()) {
            chronicle.node(
                    EventReason.CONFIG_CHECK,
                    "degradation is now %s, and was %s".formatted(level, degradation.level()));
            degradation.turn(level);
        }
        if (!config.at(level).equals(snapshot.at(level))) {
            chronicle.node(
                    EventReason.CONFIG_CHECK,
                    "the configuration has changed; all of it but degradation waits for the next start");
        }
    }
}
