package io.github.terway4j.simulator.openapi.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server, each request on a virtual thread of its own. Several may be mounted, each below a path; the longest
 * path that fits answers.
 */
public final class WireServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WireServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /**
     * Listens at once, and answers 404 until somebody is mounted. Port 0 takes any free one.
     *
     * @throws IOException if the address cannot be had
     */
    public static WireServer open(InetSocketAddress address) throws IOException {
        var opened = new WireServer(HttpServer.create(address, BACKLOG));
        opened.server.start();
        return opened;
    }

    /** From now on requests at this path and below are answered so. */
    public WireServer mount(String path, Answering answering) {
        server.createContext(path, exchange -> serve(exchange, answering));
        return this;
    }

    /** The same for who speaks the JDK's own words. */
    public WireServer mountHandler(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** As a client names it: {@code 127.0.0.1:18080}. */
    public String authority() {
        return "%s:%d"
                .formatted(address().getAddress().getHostAddress(), address().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Answering answering) throws IOException {
        // Closing an exchange that was not answered closes its connection: the client learns that nothing will come.
        try (exchange) {
            var outgoing = answering.answer(incoming(exchange));
            if (outgoing.isPresent()) {
                send(exchange, outgoing.get());
            }
        }
    }

    private static Incoming incoming(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            headers.put(header.getKey(), String.join(",", header.getValue()));
        }
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Incoming(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers,
                body);
    }

    private static void send(HttpExchange exchange, Outgoing outgoing) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", outgoing.contentType());
        var body = outgoing.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(outgoing.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
