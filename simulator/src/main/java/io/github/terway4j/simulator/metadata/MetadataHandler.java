package io.github.terway4j.simulator.metadata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.terway4j.domain.eni.InstanceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries requests and replies over HTTP, for one instance or for all of them under their names. */
public final class MetadataHandler implements HttpHandler {
    private static final Pattern NAMED = Pattern.compile("/([^/]+)(/.*)");

    /** Which instance asks, and for what. */
    private record Asked(InstanceId instance, String path) {}

    private final MetadataService service;
    private final Function<String, Optional<Asked>> reading;

    private MetadataHandler(MetadataService service, Function<String, Optional<Asked>> reading) {
        this.service = service;
        this.reading = reading;
    }

    /** For whoever asks: to stand at {@code /} of a server of its own. */
    public static MetadataHandler of(MetadataService service, InstanceId instance) {
        return new MetadataHandler(service, path -> Optional.of(new Asked(instance, path)));
    }

    /** For every instance under its id: {@code /i-bp1…/latest/meta-data/…}. */
    public static MetadataHandler ofEach(MetadataService service) {
        return new MetadataHandler(service, MetadataHandler::named);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var reply = reading.apply(exchange.getRequestURI().getPath())
                    .map(asked -> service.answer(
                            asked.instance(),
                            new MetadataRequest(exchange.getRequestMethod(), asked.path(), headers(exchange))))
                    .orElseGet(() -> MetadataReply.refusal(404));
            send(exchange, reply);
        }
    }

    private static void send(HttpExchange exchange, MetadataReply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    private static Optional<Asked> named(String path) {
        return Optional.of(NAMED.matcher(path))
                .filter(Matcher::matches)
                .map(parts -> new Asked(new InstanceId(parts.group(1)), parts.group(2)));
    }
}
