package io.github.terway4j.simulator.openapi.ram;

import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/**
 * Gives credentials that end (STS, AssumeRole), and makes them known to {@link Identities}. Who calls with them after
 * their end learns that they are expired, for a while; then nobody knows them any more.
 */
public final class TokenService {
    /** What access keys of this kind begin with. */
    public static final String KEY_PREFIX = "STS.";

    /** What every security token begins with. */
    public static final String TOKEN_PREFIX = "CAIS";

    /** Chosen: who was away for longer has other troubles. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Identities identities;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Deque<Credentials.Temporary> issued = new ArrayDeque<>();

    /**
     * Issues from now on.
     *
     * @param clock the door's: by it they end
     */
    public TokenService(Identities identities, InstantSource clock, RandomGenerator chance) {
        this.identities = identities;
        this.clock = clock;
        this.chance = chance;
    }

    /** New ones, by which the identity is known from now on. */
    public synchronized Credentials.Temporary issue(Identity identity, Duration life) {
        forgetTheLongEnded();
        var credentials = new Credentials.Temporary(
                KEY_PREFIX + letters(24),
                letters(30),
                TOKEN_PREFIX + letters(120),
                clock.instant().plus(life));
        identities.add(credentials, identity);
        issued.add(credentials);
        return credentials;
    }

    private void forgetTheLongEnded() {
        var longAgo = clock.instant().minus(REMEMBERED);
        while (!issued.isEmpty() && issued.getFirst().expiry().isBefore(longAgo)) {
            identities.remove(issued.removeFirst().accessKeyId());
        }
    }

    private String letters(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
