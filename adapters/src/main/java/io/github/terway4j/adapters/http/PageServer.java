package io.github.terway4j.adapters.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers GET and HEAD of some paths, each request on a virtual thread of its own. */
public final class PageServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PageServer.class.getName());
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int MISTAKE = 500;
    private static final long NO_BODY = -1;

    private final Map<String, Supplier<HttpPage>> pages;
    private final HttpServer server;
    private final ExecutorService threads;

    private PageServer(Map<String, Supplier<HttpPage>> pages, HttpServer server, ExecutorService threads) {
        this.pages = pages;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens from now on.
     *
     * @param pages by their path
     * @throws UncheckedIOException where nobody can listen there
     */
    public static PageServer open(InetSocketAddress address, Map<String, Supplier<HttpPage>> pages) {
        try {
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var opened = new PageServer(Map.copyOf(pages), HttpServer.create(address, 0), threads);
            opened.server.createContext("/", opened::answer);
            opened.server.setExecutor(threads);
            opened.server.start();
            return opened;
        } catch (IOException taken) {
            throw new UncheckedIOException("nobody can listen at %s: %s".formatted(address, taken.getMessage()), taken);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var page =
                    page(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Content-Type", page.contentType());
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(page.status(), NO_BODY);
            } else {
                var body = page.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(page.status(), body.length == 0 ? NO_BODY : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private HttpPage page(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return HttpPage.plain(NOT_ALLOWED, "pages are read, and nothing else");
        }
        return Optional.ofNullable(pages.get(path))
                .map(page -> written(path, page))
                .orElseGet(() -> HttpPage.plain(NOT_FOUND, "there is no such page"));
    }

    private static HttpPage written(String path, Supplier<HttpPage> page) {
        try {
            return page.get();
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "the page " + path + " could not be written: " + mistake, mistake);
            return HttpPage.plain(MISTAKE, "a mistake of the agent: its log says more");
        }
    }
}
