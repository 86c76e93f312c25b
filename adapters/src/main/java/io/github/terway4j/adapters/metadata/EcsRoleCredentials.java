package io.github.terway4j.adapters.metadata;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Credentials of the RAM role that the instance has been given, fetched anew at each call: whoever asks often puts a
 * cache before it.
 */
public final class EcsRoleCredentials implements CredentialSource {
    private static final String FOLDER = "ram/security-credentials/";
    /** A name that RAM allows (RAM, CreateRole), and that a path can hold. */
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9.@_-]{1,64}");

    private final MetadataClient client;
    private final InstantSource clock;

    public EcsRoleCredentials(MetadataClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public CloudOutcome<Credentials> current() {
        return switch (client.read(FOLDER)) {
            case CloudOutcome.NotFound<String> _ -> new CloudOutcome.Denied<>("the instance has no RAM role");
            case CloudOutcome<String> other -> other.then(list -> ofRole(Items.firstLine(list)));
        };
    }

    private CloudOutcome<Credentials> ofRole(String role) {
        if (!ROLE.matcher(role).matches()) {
            return new CloudOutcome.Unknown<>("the metadata %s lists a role whose name is none".formatted(FOLDER));
        }
        return switch (client.read(FOLDER + role)) {
            case CloudOutcome.NotFound<String> _ ->
                new CloudOutcome.Denied<>("the instance has no RAM role %s any more".formatted(role));
            case CloudOutcome<String> other -> other.then(document -> read(FOLDER + role, document));
        };
    }

    private CloudOutcome<Credentials> read(String path, String document) {
        try {
            return read(path, Json.readObject(document));
        } catch (JsonException e) {
            return malformed(path, e.getMessage());
        } catch (DateTimeParseException _) {
            return malformed(path, "Expiration is no time such as 2026-01-31T12:00:00Z");
        }
    }

    private CloudOutcome<Credentials> read(String path, Map<String, Object> fields) {
        for (var name : new String[] {"Code", "AccessKeyId", "AccessKeySecret", "SecurityToken", "Expiration"}) {
            if (!(fields.get(name) instanceof String text) || text.isBlank()) {
                return malformed(path, name + " is not there");
            }
        }
        if (!"Success".equals(text(fields, "Code"))) {
            return new CloudOutcome.Unknown<>("the metadata %s has code %s".formatted(path, text(fields, "Code")));
        }
        var credentials = new Credentials.Temporary(
                text(fields, "AccessKeyId"),
                text(fields, "AccessKeySecret"),
                text(fields, "SecurityToken"),
                Instant.parse(text(fields, "Expiration")));
        return credentials.lastsBeyond(clock.instant(), Duration.ZERO)
                ? new CloudOutcome.Done<>(credentials)
                : new CloudOutcome.Unknown<>(
                        "the metadata %s are credentials that ended at %s".formatted(path, credentials.expiry()));
    }

    private static String text(Map<String, Object> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    private static CloudOutcome<Credentials> malformed(String path, String words) {
        return new CloudOutcome.Unknown<>("the metadata %s is malformed: %s".formatted(path, words));
    }
}
