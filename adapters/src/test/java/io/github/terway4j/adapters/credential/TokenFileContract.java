package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.CredentialSourceContract;
import io.github.terway4j.ports.out.CredentialSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The cluster writes the file anew whenever less than half an hour is left, and fails at it every other time. */
class TokenFileContract implements CredentialSourceContract {
    /** Not to the console: it tells of every other time. */
    private static final Logger LOGGER = Logger.getLogger("io.github.terway4j.adapters.credential");

    private final HandedClock clock = new HandedClock();

    @TempDir
    Path folder = Path.of("");

    private Instant end = Instant.MIN;

    @BeforeEach
    void begin() {
        LOGGER.setUseParentHandlers(false);
        write();
    }

    @AfterEach
    void end() {
        LOGGER.setUseParentHandlers(true);
    }

    @Override
    public CredentialSource source() {
        return FreshCredentials.eachTime(new TokenFile(folder.resolve("token"), clock), clock);
    }

    @Override
    public CredentialSource empty() {
        return FreshCredentials.eachTime(new TokenFile(folder.resolve("none"), clock), clock);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
        if (end.isBefore(clock.instant().plus(Duration.ofMinutes(30)))) {
            write();
        } else {
            write("half a token");
        }
    }

    private void write() {
        end = clock.instant().plus(Duration.ofHours(1));
        write(Sealing.file("STS.s3cret-id", "s3cret", "t0ken", end));
    }

    private void write(String text) {
        try {
            Files.writeString(folder.resolve("token"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
