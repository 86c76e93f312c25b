package io.github.terway4j.adapters.metadata;

import io.github.terway4j.adapters.metadata.Exchange.Answered;
import io.github.terway4j.adapters.metadata.Exchange.Unanswered;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Meter;
import java.time.InstantSource;

/**
 * Reads items of metadata: in the hardened mode where the service offers it, which needs no setting, else in the normal
 * one. Any thread may ask.
 */
public final class MetadataClient implements AutoCloseable {
    private static final String FOLDER = "/latest/meta-data/";
    private static final String TOKEN_HEADER = "X-aliyun-ecs-metadata-token";

    private final MetadataHttp http;
    private final PassHolder passes;

    /** One whose requests nobody counts. */
    public MetadataClient(MetadataOptions options, InstantSource clock) {
        this(options, clock, Meter.NONE);
    }

    /**
     * Sends nothing yet.
     *
     * @param clock by which tokens are renewed
     * @param meter hears of each request
     */
    public MetadataClient(MetadataOptions options, InstantSource clock, Meter meter) {
        this.http = new MetadataHttp(options, clock, meter);
        this.passes = new PassHolder(http, clock);
    }

    /**
     * The text at this path below {@code meta-data}; {@code NotFound} where the instance has no such thing, {@code
     * Throttled} or {@code Unknown} where there was no answer that says.
     */
    CloudOutcome<String> read(String path) {
        var pass = passes.current();
        var first = get(path, pass);
        if (!isRefused(first)) {
            return outcome(path, first);
        }
        // The token has ended, or the mode has changed: with what the service gives now we ask once more.
        passes.drop(pass);
        var second = get(path, passes.current());
        return outcome(path, second);
    }

    private Attempt get(String path, Pass pass) {
        return switch (pass) {
            case Pass.Token(String token) -> new Attempt.Made(http.get(FOLDER + path, TOKEN_HEADER, token));
            case Pass.Empty() -> new Attempt.Made(http.get(FOLDER + path));
            case Pass.None(CloudOutcome<String> because) -> new Attempt.NotMade(because);
        };
    }

    private static boolean isRefused(Attempt attempt) {
        return attempt instanceof Attempt.Made(Answered(int status, var _, var _)) && (status == 401 || status == 403);
    }

    private static CloudOutcome<String> outcome(String path, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Made(Answered answered) -> Statuses.outcome(path, answered);
            case Attempt.Made(Unanswered(var uri, String words)) ->
                new CloudOutcome.Unknown<>("%s: %s".formatted(uri, words));
            case Attempt.NotMade(CloudOutcome<String> because) -> because;
        };
    }

    @Override
    public void close() {
        http.close();
    }

    private sealed interface Attempt {
        record Made(Exchange exchange) implements Attempt {}

        /** For want of a pass. */
        record NotMade(CloudOutcome<String> because) implements Attempt {}
    }
}
