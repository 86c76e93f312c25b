package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.util.ArrayList;
import java.util.List;

/**
 * The first of several sources that has been given credentials. A source that has none is passed over. One that may
 * have some, and cannot say this time, is not: another identity might be allowed other things, and nobody would know
 * why.
 */
public final class CredentialChain implements CredentialSource {
    /**
     * One source of several.
     *
     * @param name for people: where the credentials would stand
     */
    public record Link(String name, CredentialSource source) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Link> links;

    /** Asked in this order. */
    public CredentialChain(List<Link> links) {
        this.links = List.copyOf(links);
    }

    /** Where none has any, it is said of each why not. */
    @Override
    public CloudOutcome<Credentials> current() {
        var reasons = new ArrayList<String>();
        for (var link : links) {
            switch (link.source().current()) {
                case CloudOutcome.Done<Credentials> done -> {
                    return done;
                }
                case CloudOutcome.Denied<Credentials>(String words) -> reasons.add(link.name() + ": " + words);
                case CloudOutcome.Unknown<Credentials>(String words) -> {
                    return new CloudOutcome.Unknown<>(link.name() + ": " + words);
                }
                case CloudOutcome<Credentials> other -> {
                    return other;
                }
            }
        }
        return new CloudOutcome.Denied<>("nobody has given us credentials: " + String.join("; ", reasons));
    }

    /** Each source knows by itself whether it has given these. */
    @Override
    public void refused(Credentials credentials) {
        links.forEach(link -> link.source().refused(credentials));
    }

    @Override
    public String toString() {
        return "credentials of " + links;
    }
}
