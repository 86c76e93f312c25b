package io.github.terway4j.ports.out;

/**
 * As whom we speak to the cloud. Ask before every call: what it gives may change from one to the next.
 *
 * <p>May be asked by many at once, and may take as long as fetching anew takes. No words of its outcomes hold a secret.
 */
@FunctionalInterface
public interface CredentialSource {
    /**
     * What to sign with now; never what has already ended. {@code Denied} where nobody has given us any, {@code
     * Unknown} or {@code Throttled} where there may be some that could not be fetched this time.
     */
    CloudOutcome<Credentials> current();

    /**
     * The cloud does not know these any more, though they should still last. Whoever has kept them may ask anew before
     * their time; whoever has not given them, or keeps nothing, need not care.
     */
    default void refused(Credentials credentials) {}
}
