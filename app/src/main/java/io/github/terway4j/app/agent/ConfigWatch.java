package io.github.terway4j.app.agent;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the configuration again and again, for the one key that must not wait for a restart: {@code degradation}. What an
 * agent works by is the snapshot that it began with; that the rest has changed is told, once for each change.
 */
final class ConfigWatch {
    private static final Logger LOG = System.getLogger(ConfigWatch.class.getName());

    /** Chosen: what Kubernetes mounts is as old as a minute by itself. */
    static final Duration PERIOD = Duration.ofSeconds(10);

    private final NodeConfig snapshot;
    private final Supplier<ConfigReading> file;
    private final DegradationSwitch degradation;
    private final Tasks tasks;
    private ConfigReading last;

    ConfigWatch(NodeConfig snapshot, Supplier<ConfigReading> file, DegradationSwitch degradation, Tasks tasks) {
        this.snapshot = snapshot;
        this.file = file;
        this.degradation = degradation;
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
        var reading = file.get();
        if (!reading.equals(last)) {
            last = reading;
            switch (reading) {
                case ConfigReading.Accepted(var config, var _) -> heed(config);
                case ConfigReading.Refused(var problems) ->
                    problems.forEach(problem -> LOG.log(
                            Level.ERROR, "the changed configuration is refused, the one before holds: " + problem));
            }
        }
    }

    private void heed(NodeConfig config) {
        var level = config.pool().degradation();
        if (level != degradation.level()) {
            LOG.log(Level.WARNING, "degradation is now {0}, and was {1}", level, degradation.level());
            degradation.turn(level);
        }
        if (!config.at(level).equals(snapshot.at(level))) {
            LOG.log(Level.WARNING, "the configuration has changed; all of it but degradation waits for the next start");
        }
    }
}
