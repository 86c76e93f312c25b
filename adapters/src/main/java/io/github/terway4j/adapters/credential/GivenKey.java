package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;

/** An access key that somebody has written into the configuration, or the lack of one. */
public record GivenKey(CloudOutcome<Credentials> current) implements CredentialSource {
    /** The values of {@code access_key} and {@code access_secret}. */
    public static GivenKey of(String accessKeyId, String accessKeySecret) {
        return new GivenKey(new CloudOutcome.Done<>(new Credentials.AccessKey(accessKeyId, accessKeySecret)));
    }

    public static GivenKey none() {
        return new GivenKey(new CloudOutcome.Denied<>("access_key and access_secret are not set"));
    }
}
