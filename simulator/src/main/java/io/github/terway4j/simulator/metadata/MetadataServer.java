package io.github.terway4j.simulator.metadata;

import com.sun.net.httpserver.HttpServer;
import io.github.terway4j.domain.eni.InstanceId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The metadata service as one instance meets it: a server without any prefix, on an address of the caller's choice. */
public final class MetadataServer implements AutoCloseable {
    private static final int WHATEVER_THE_SYSTEM_LIKES = 0;

    private final HttpServer server;
    private final ExecutorService threads;

    private MetadataServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Serves at once.
     *
     * @param address port 0 for any that is free
     * @throws IOException if it cannot listen there
     */
    public static MetadataServer start(MetadataService service, InstanceId instance, InetSocketAddress address)
            throws IOException {
        var server = HttpServer.create(address, WHATEVER_THE_SYSTEM_LIKES);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", MetadataHandler.of(service, instance));
        server.start();
        return new MetadataServer(server, threads);
    }

    /** What stands for {@code http://100.100.100.200}. */
    public URI base() {
        var address = server.getAddress();
        return URI.create("http://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
