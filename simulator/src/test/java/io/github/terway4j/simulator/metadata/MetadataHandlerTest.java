package io.github.terway4j.simulator.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The service as programs meet it, over loopback. */
final class MetadataHandlerTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Village village = new Village();

    @Test
    void an_instance_with_a_server_of_its_own_takes_a_token_and_reads() throws Exception {
        village.service.mode(village.both.id(), MetadataMode.HARDENED);
        try (var server = MetadataServer.start(village.service, village.both.id(), ANYWHERE);
                var client = HttpClient.newHttpClient()) {
            var token = client.send(
                            HttpRequest.newBuilder(server.base().resolve("/latest/api/token"))
                                    .PUT(BodyPublishers.noBody())
                                    .header("X-aliyun-ecs-metadata-token-ttl-seconds", "60")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            var reply = client.send(
                    HttpRequest.newBuilder(server.base().resolve("/latest/meta-data/instance-id?audience=any"))
                            .header("X-aliyun-ecs-metadata-token", token)
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, reply.statusCode());
            assertEquals(village.both.id().text(), reply.body());
            assertEquals(
                    "text/plain", reply.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(
                    403,
                    get(client, server.base().resolve("/latest/meta-data/mac")).statusCode());
        }
    }

    @Test
    void on_one_server_every_instance_reads_below_its_own_name() throws Exception {
        var server = HttpServer.create(ANYWHERE, 0);
        server.createContext("/", MetadataHandler.ofEach(village.service));
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var base = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
            for (var instance :
                    new String[] {village.both.id().text(), village.old.id().text()}) {
                var uri = URI.create(base + instance + "/latest/meta-data/instance-id");
                assertEquals(instance, get(client, uri).body());
            }
            assertEquals(404, get(client, URI.create(base)).statusCode());
            assertEquals(
                    404,
                    get(client, URI.create(base + "i-none/latest/meta-data/mac"))
                            .statusCode());
            assertEquals(404, get(client, URI.create(base + village.old.id())).statusCode());
        } finally {
            server.stop(0);
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
