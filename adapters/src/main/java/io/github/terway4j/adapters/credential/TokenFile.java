package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The token file that the cluster keeps fresh for its add-ons ({@code credential_path}), read and decrypted at each call:
 * that costs some ten microseconds, and so a new token is taken as soon as it is there.
 */
public final class TokenFile implements CredentialSource {
    private final Path path;
    private final InstantSource clock;

    public TokenFile(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    @Override
    public CloudOutcome<Credentials> current() {
        try {
            return lasting(AddOnToken.read(SmallFile.read(path)));
        } catch (NoSuchFileException missing) {
            return new CloudOutcome.Denied<>("there is no file " + path);
        } catch (IOException e) {
            return SmallFile.unreadable(path, e);
        } catch (MalformedToken malformed) {
            return new CloudOutcome.Unknown<>("%s: %s".formatted(path, malformed.words()));
        }
    }

    private CloudOutcome<Credentials> lasting(Credentials.Temporary credentials) {
        return credentials.lastsBeyond(clock.instant(), Duration.ZERO)
                ? new CloudOutcome.Done<>(credentials)
                : new CloudOutcome.Unknown<>("the token in %s ended at %s".formatted(path, credentials.expiry()));
    }

    @Override
    public String toString() {
        return "the token in " + path;
    }
}
