package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.ports.out.Credentials;
import java.util.Optional;

/** Who gives instances the credentials of their RAM roles, and takes them back at the cloud's door (STS, AssumeRole). */
public interface StsIssuer {
    /** The name of the role that the instance has been given. */
    Optional<String> roleOf(InstanceId instance);

    /** New ones, with an end in the issuer's own time. Six hours ahead is what the real one gives. */
    Credentials.Temporary issue(InstanceId instance, String role);

    /** No instance has a role. */
    static StsIssuer none() {
        return new StsIssuer() {
            @Override
            public Optional<String> roleOf(InstanceId instance) {
                return Optional.empty();
            }

            @Override
            public Credentials.Temporary issue(InstanceId instance, String role) {
                throw new IllegalStateException("%s has no role %s".formatted(instance, role));
            }
        };
    }
}
