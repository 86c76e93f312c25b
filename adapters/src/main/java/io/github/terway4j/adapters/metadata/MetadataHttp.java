package io.github.terway4j.adapters.metadata;

import io.github.terway4j.adapters.metadata.Exchange.Answered;
import io.github.terway4j.adapters.metadata.Exchange.Unanswered;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * One request at a time, bounded in time and size. Asks the service itself: no proxy is used, whatever the environment
 * says, and no redirection followed, since what is asked for may be a secret.
 */
final class MetadataHttp implements AutoCloseable {
    /** Metadata is a few hundred characters; whoever sends more than this is not the service. */
    private static final int MOST_BYTES = 64 * 1024;

    /** What stands there is the instance's own: a hardware address, or a role's name. */
    private static final Pattern OWN_NAMES = Pattern.compile("(?<=/macs/|/security-credentials/)[^/]+");

    private final MetadataOptions options;
    private final InstantSource clock;
    private final Meter meter;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    MetadataHttp(MetadataOptions options, InstantSource clock, Meter meter) {
        this.options = options;
        this.clock = clock;
        this.meter = meter;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(options.connectTimeout())
                .executor(threads)
                .build();
    }

    Exchange get(String path, String... header) {
        return send(path, HttpRequest.newBuilder().GET(), header);
    }

    Exchange put(String path, String... header) {
        return send(path, HttpRequest.newBuilder().PUT(BodyPublishers.noBody()), header);
    }

    private Exchange send(String path, HttpRequest.Builder request, String... header) {
        var uri = options.resolve(path);
        request.uri(uri);
        if (header.length > 0) {
            request.headers(header);
        }
        var reply = client.sendAsync(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        var begun = clock.instant();
        var exchange = await(uri, reply, options.requestTimeout());
        boolean answered =
                exchange instanceof Answered(int status, var _, var _) && status == HttpURLConnection.HTTP_OK;
        meter.measured(new Measurement.ReadMetadata(
                OWN_NAMES.matcher(path).replaceAll("*"), answered, Duration.between(begun, clock.instant())));
        return exchange;
    }

    // The client's own time-out ends with the headers; this one covers the body, too.
    private static Exchange await(URI uri, CompletableFuture<HttpResponse<String>> reply, Duration most) {
        try {
            var response = reply.get(most.toNanos(), TimeUnit.NANOSECONDS);
            return new Answered(
                    response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
        } catch (TimeoutException e) {
            reply.cancel(true);
            return new Unanswered(uri, "no whole answer within " + most);
        } catch (ExecutionException e) {
            return new Unanswered(uri, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return new Unanswered(uri, "interrupted while waiting for an answer");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        threads.close();
    }
}
