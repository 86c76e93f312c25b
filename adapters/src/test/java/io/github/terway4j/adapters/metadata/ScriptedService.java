package io.github.terway4j.adapters.metadata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.terway4j.ports.out.Meter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as it is told, remembers what it was asked, and has a clock that only moves when it is moved. */
final class ScriptedService implements AutoCloseable, InstantSource {
    private static final String META_DATA = "/latest/meta-data/";

    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final Map<String, Answering> script = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    ScriptedService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    MetadataClient client() {
        return client(Meter.NONE);
    }

    MetadataClient client(Meter meter) {
        return new MetadataClient(options(Duration.ofSeconds(10)), this, meter);
    }

    /** One that has no patience. */
    MetadataClient hastyClient() {
        return new MetadataClient(options(Duration.ofMillis(300)), this);
    }

    private MetadataOptions options(Duration requestTimeout) {
        var base =
                URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
        return new MetadataOptions(base, requestTimeout, requestTimeout);
    }

    /** Below {@code meta-data}. */
    void says(String path, String body) {
        when("GET " + META_DATA + path, exchange -> send(exchange, 200, body));
    }

    void refuses(String path, int status) {
        when("GET " + META_DATA + path, exchange -> send(exchange, status, "no"));
    }

    void givesToken(String token) {
        when("PUT /latest/api/token", exchange -> send(exchange, 200, token));
    }

    void refusesToken(int status) {
        when("PUT /latest/api/token", exchange -> send(exchange, status, "no"));
    }

    /** Only with this token is anything said at the path; without, or with another one, that status. */
    void says(String path, String body, String token, int otherwise) {
        when("GET " + META_DATA + path, exchange -> {
            var shown = exchange.getRequestHeaders().getFirst("X-aliyun-ecs-metadata-token");
            send(exchange, token.equals(shown) ? 200 : otherwise, body);
        });
    }

    void when(String methodAndPath, Answering answering) {
        script.put(methodAndPath, answering);
    }

    /** Until the service is closed. */
    void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Method and path of each request, with its token where it had one. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    long heard(String methodAndPath) {
        return heard().stream().filter(line -> line.startsWith(methodAndPath)).count();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var line =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var token = exchange.getRequestHeaders().getFirst("X-aliyun-ecs-metadata-token");
            heard.add(token == null ? line : line + " with " + token);
            script.getOrDefault(line, unknown -> send(unknown, 404, "no")).answer(exchange);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration length) {
        now = now.plus(length);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.close();
    }
}
