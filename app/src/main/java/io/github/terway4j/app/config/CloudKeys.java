package io.github.terway4j.app.config;

import java.nio.file.Path;
import java.time.Duration;

/** The keys that say how we speak to the cloud. */
final class CloudKeys {
    private CloudKeys() {}

    static CloudConfig read(KeyReader keys) {
        return new CloudConfig(
                credentials(keys),
                keys.find("region_id", Shapes.text()),
                RateLimits.read(keys),
                BackoffOverrides.read(keys, backoff()));
    }

    /** An access key goes before a token file, and that before the instance's role, as in Terway. */
    private static Credentials credentials(KeyReader keys) {
        var id = keys.find("access_key", Shapes.secret());
        var secret = keys.find("access_secret", Shapes.secret());
        var file = keys.find("credential_path", Shapes.text(Path::of, "a path"));
        if (keys.has("access_key") != keys.has("access_secret")) {
            keys.refuse("access_key and access_secret must be given together, but only %s is there"
                    .formatted(keys.has("access_key") ? "access_key" : "access_secret"));
        }
        if (id.isPresent() && secret.isPresent()) {
            if (file.isPresent()) {
                keys.warn("credential_path has no effect, since access_key is set");
            }
            return new Credentials.AccessKey(id.get(), secret.get());
        }
        return file.<Credentials>map(Credentials.TokenFile::new).orElseGet(Credentials.InstanceRole::new);
    }

    private static Shape<BackoffOverride> backoff() {
        return Composites.record(
                "{\"InitialDelay\", \"Duration\", \"Factor\", \"Jitter\", \"Steps\", \"Cap\"}",
                fields -> new BackoffOverride(
                        fields.read("InitialDelay", Shapes.nanoseconds(), Duration.ZERO),
                        fields.read("Duration", Shapes.nanoseconds(), Duration.ZERO),
                        fields.read("Factor", Shapes.number(), 0.0),
                        fields.read("Jitter", Shapes.number(), 0.0),
                        fields.read("Steps", Shapes.wholeNumber(0), 0),
                        fields.read("Cap", Shapes.nanoseconds(), Duration.ZERO)));
    }
}
