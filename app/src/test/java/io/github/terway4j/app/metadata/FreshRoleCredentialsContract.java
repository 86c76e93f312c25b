package io.github.terway4j.app.metadata;

import io.github.terway4j.adapters.credential.FreshCredentials;
import io.github.terway4j.adapters.metadata.EcsRoleCredentials;
import io.github.terway4j.ports.CredentialSourceContract;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.simulator.metadata.MetadataMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A RAM role's credentials from the simulated cloud's service, remembered and renewed in time. */
class FreshRoleCredentialsContract implements CredentialSourceContract {
    private final TwoInstances cloud = new TwoInstances(MetadataMode.HARDENED);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    public CredentialSource source() {
        return FreshCredentials.inTime(new EcsRoleCredentials(cloud.clientOn(cloud.rich), cloud), cloud);
    }

    @Override
    public CredentialSource empty() {
        return FreshCredentials.inTime(new EcsRoleCredentials(cloud.clientOn(cloud.poor), cloud), cloud);
    }

    @Override
    public Instant now() {
        return cloud.instant();
    }

    @Override
    public void passTime(Duration length) {
        cloud.pass(length);
    }
}
