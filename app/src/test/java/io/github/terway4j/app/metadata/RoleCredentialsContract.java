package io.github.terway4j.app.metadata;

import io.github.terway4j.adapters.metadata.EcsRoleCredentials;
import io.github.terway4j.ports.CredentialSourceContract;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.simulator.metadata.MetadataMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A RAM role's credentials, each time from the simulated cloud's service. */
class RoleCredentialsContract implements CredentialSourceContract {
    private final TwoInstances cloud = new TwoInstances(MetadataMode.HARDENED);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    public CredentialSource source() {
        return new EcsRoleCredentials(cloud.clientOn(cloud.rich), cloud);
    }

    @Override
    public CredentialSource empty() {
        return new EcsRoleCredentials(cloud.clientOn(cloud.poor), cloud);
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
