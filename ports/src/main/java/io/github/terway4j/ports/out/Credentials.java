package io.github.terway4j.ports.out;

import java.time.Duration;
import java.time.Instant;

/** What a call to the cloud is signed with. Never shows itself: neither id nor secret is in {@code toString}. */
public sealed interface Credentials {
    String accessKeyId();

    String accessKeySecret();

    /** Whether a call that is signed now, and may be on its way for so long, will still be taken. */
    boolean lastsBeyond(Instant now, Duration margin);

    /** Of a RAM user: good until somebody takes it away. */
    record AccessKey(String accessKeyId, String accessKeySecret) implements Credentials {
        public AccessKey {
            requireSomething(accessKeyId, accessKeySecret);
        }

        @Override
        public boolean lastsBeyond(Instant now, Duration margin) {
            return true;
        }

        @Override
        public String toString() {
            return "(an access key)";
        }
    }

    /**
     * Of STS, for whoever has taken on a RAM role.
     *
     * @param securityToken goes with every call, as its SecurityToken
     * @param expiry from then on every call is refused
     */
    record Temporary(String accessKeyId, String accessKeySecret, String securityToken, Instant expiry)
            implements Credentials {
        public Temporary {
            requireSomething(accessKeyId, accessKeySecret, securityToken);
        }

        @Override
        public boolean lastsBeyond(Instant now, Duration margin) {
            return now.plus(margin).isBefore(expiry);
        }

        @Override
        public String toString() {
            return "(temporary credentials until %s)".formatted(expiry);
        }
    }

    private static void requireSomething(String... parts) {
        for (var part : parts) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("a part of the credentials is blank");
            }
        }
    }
}
