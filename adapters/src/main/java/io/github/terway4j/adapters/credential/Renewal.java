package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.Instant;

/** When credentials that still last are asked for anew. */
enum Renewal {
    /**
     * For what somebody issues for hours: in the last quarter of their life, and at most half an hour before their end.
     * That is longer than an outage of the metadata service lasts. Whoever has none yet is asked again every minute.
     */
    IN_TIME {
        @Override
        Instant due(Credentials credentials, Instant fetched) {
            return switch (credentials) {
                case Credentials.Temporary(var _, var _, var _, Instant expiry) -> {
                    var quarter = Duration.between(fetched, expiry).dividedBy(4);
                    yield expiry.minus(quarter.compareTo(HALF_AN_HOUR) < 0 ? quarter : HALF_AN_HOUR);
                }
                case Credentials.AccessKey _ -> fetched.plus(HALF_AN_HOUR);
            };
        }

        @Override
        Duration pause() {
            return Duration.ofMinutes(1);
        }
    },

    /** For what lies on this machine, and costs nothing to look at. */
    EACH_TIME {
        @Override
        Instant due(Credentials credentials, Instant fetched) {
            return Instant.MIN;
        }

        @Override
        Duration pause() {
            return Duration.ZERO;
        }
    };

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    abstract Instant due(Credentials credentials, Instant fetched);

    /** So long after an attempt comes the next. */
    abstract Duration pause();
}
