package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.CredentialSourceContract;
import io.github.terway4j.ports.out.CredentialSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SecretFolderContract implements CredentialSourceContract {
    private final HandedClock clock = new HandedClock();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("access-key-id"), "s3cret-id");
        Files.writeString(folder.resolve("access-key-secret"), "s3cret");
    }

    @Override
    public CredentialSource source() {
        return new SecretFolder(folder);
    }

    @Override
    public CredentialSource empty() {
        return new SecretFolder(folder.resolve("none"));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
    }
}
