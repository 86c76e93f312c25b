package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.ledger.FileConfigMemory;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.ports.out.ConfigDirectory;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.ConfigText;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What the cluster has written for our node, read as one. While the cluster does not answer, what it said last still counts,
 * even to an earlier agent; who has never heard anything waits.
 */
final class ConfigOfCluster {
    private static final Logger LOG = System.getLogger(ConfigOfCluster.class.getName());
    /** What is found by its keys and kept nowhere but where it was read. */
    private static final List<String> SECRETS = List.of("access_key", "access_secret");

    /** Chosen: longer than an answer takes, and shorter than a kubelet waits for an agent. */
    private static final Duration HOPE = Duration.ofSeconds(5);

    private static final Backoff PATIENCE = new Backoff(Duration.ofMillis(50), 2, Duration.ofSeconds(5));

    private final ConfigDirectory directory;
    private final ConfigChoice shared;
    private final String mode;
    private final FileConfigMemory memory;
    private final Tasks tasks;
    private Optional<String> services = Optional.empty();

    /** @param mode as the agent was told when it was started; empty where the texts say it, or nobody does */
    ConfigOfCluster(ConfigDirectory directory, ConfigChoice shared, String mode, FileConfigMemory memory, Tasks tasks) {
        this.directory = directory;
        this.shared = shared;
        this.mode = mode;
        this.memory = memory;
        this.tasks = tasks;
    }

    /** As soon as anything can be said. */
    ConfigReading first() {
        var lastHope = tasks.instant().plus(HOPE);
        for (int failures = 1; ; failures++) {
            if (directory.read() instanceof ConfigLookup.Unreadable(var words)) {
                if (!tasks.instant().isBefore(lastHope) && remembered() instanceof ConfigReading.Accepted accepted) {
                    LOG.log(Level.WARNING, "the configuration is the last that was accepted here: {0}", words);
                    return accepted;
                }
                LOG.log(
                        failures % 10 == 0 ? Level.WARNING : Level.DEBUG,
                        "the configuration cannot be read yet: {0}",
                        words);
                tasks.sleep(PATIENCE.after(failures));
            } else {
                services = directory.serviceCidrs();
                return read(new ConfigReading.Refused(List.of()));
            }
        }
    }

    /** As it is now; {@code before} while nobody answers. */
    ConfigReading read(ConfigReading before) {
        return switch (directory.read()) {
            case ConfigLookup.Unreadable _ -> before;
            case ConfigLookup.Missing(var words) -> new ConfigReading.Refused(List.of(words));
            case ConfigLookup.Written written -> read(written);
        };
    }

    private ConfigReading remembered() {
        var word = memory.recall();
        if (word.isEmpty()) {
            return new ConfigReading.Refused(List.of());
        }
        services = word.get().services();
        return joined(word.get().written());
    }

    private ConfigReading read(ConfigLookup.Written written) {
        var reading = joined(written);
        if (reading instanceof ConfigReading.Accepted) {
            var texts = written.texts().stream()
                    .map(ConfigOfCluster::withoutSecrets)
                    .toList();
            var word = new FileConfigMemory.Word(
                    new ConfigLookup.Written(written.labels(), texts, written.runtimes()), services);
            if (memory.keep(word) instanceof LedgerOutcome.Failed(var words)) {
                LOG.log(Level.WARNING, words);
            }
        }
        return reading;
    }

    private static ConfigText withoutSecrets(ConfigText text) {
        var keys = new LinkedHashMap<>(Json.readObject(text.text()));
        keys.keySet().removeAll(SECRETS);
        return new ConfigText(text.place(), Json.write(keys));
    }

    private ConfigReading joined(ConfigLookup.Written written) {
        var texts = new ArrayList<ConfigText>();
        PluginFile plugin;
        try {
            plugin = plugin(written);
            if (shared instanceof ConfigChoice.File(var file)) {
                texts.add(ConfigFile.text(file));
            }
        } catch (IOException unreadable) {
            return shared instanceof ConfigChoice.File(var file)
                    ? ConfigFile.unreadable(file, unreadable)
                    : new ConfigReading.Refused(List.of(String.valueOf(unreadable.getMessage())));
        }
        texts.addAll(written.texts());
        return ConfigTexts.read(texts, written.labels(), mode, services, plugin);
    }

    /** What is mounted for all nodes is mounted for the runtime, too. */
    private PluginFile plugin(ConfigLookup.Written written) throws IOException {
        return switch (shared) {
            case ConfigChoice.File(var file) -> PluginFile.beside(file);
            case ConfigChoice.ConfigMap() ->
                written.runtimes().isPresent()
                        ? PluginFile.of(written.runtimes().get())
                        : PluginFile.NONE;
        };
    }
}
