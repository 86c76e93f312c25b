package io.github.terway4j.app.usecase;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;

/** Tells whether there were credentials when somebody needed them, and when the cloud did not know them. */
public final class MeasuredCredentials implements CredentialSource {
    private final CredentialSource source;
    private final Meter meter;

    public MeasuredCredentials(CredentialSource source, Meter meter) {
        this.source = source;
        this.meter = meter;
    }

    @Override
    public CloudOutcome<Credentials> current() {
        var outcome = source.current();
        meter.measured(new Measurement.Signed(outcome instanceof CloudOutcome.Done<Credentials>));
        return outcome;
    }

    @Override
    public void refused(Credentials credentials) {
        meter.measured(new Measurement.Disowned());
        source.refused(credentials);
    }
}
