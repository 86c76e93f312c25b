package io.github.terway4j.app.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * The floor under any HTTP service of ours: the same server library on the same kind of threads, which answers every
 * request with so many bytes and looks at none.
 */
public final class BareServer {
    private BareServer() {}

    /** Takes the number of bytes, prints the authority it listens at, and serves until it is killed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var body = new byte[Integer.parseInt(arguments[0])];
        Arrays.fill(body, (byte) 'x');
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        new CountDownLatch(1).await();
    }
}
