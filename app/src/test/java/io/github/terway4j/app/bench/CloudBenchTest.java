package io.github.terway4j.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudBenchTest {
    private final HttpServer server;

    CloudBenchTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void closed() {
        server.stop(0);
    }

    @Test
    void a_plan_names_the_option_that_cannot_be() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new CloudBenchPlan(5_000, 21, 1));
        assertEquals("--enis must be a number from 1 to 20, but is 21", refused.getMessage());
    }

    @Test
    void every_instance_and_every_eni_that_is_asked_for_is_held() {
        var measure = new CloudBench(new CloudBenchPlan(9, 3, 1)).hold();
        assertEquals(9, measure.instances());
        assertEquals(27, measure.enis());
    }

    @Test
    void answers_are_counted_and_their_length_is_that_of_their_body() {
        answering(200, "twelve bytes");
        assertEquals(12, load().answerLength());
        assertTrue(load().during(Duration.ofMillis(100)) > 0);
    }

    @Test
    void a_refusal_is_not_counted_but_told() {
        answering(403, "not you");
        var failed = assertThrows(IllegalStateException.class, () -> load().during(Duration.ofMillis(100)));
        assertTrue(String.valueOf(failed.getMessage()).contains("403 Forbidden: not you"), failed::getMessage);
    }

    @Test
    void a_ratio_compares_time_on_the_core_and_not_by_the_clock() {
        var measure = new RateMeasure(100);
        measure.add(rate(1_000, 100), rate(1_000, 50));
        assertEquals(2.0, measure.fields().get("ratio"));
        assertEquals(10_000L, measure.fields().get("requests_per_core_second"));
        assertEquals(1_000L, measure.fields().get("requests_per_second"));
    }

    private static CloudRate rate(long requests, int usedMillis) {
        return new CloudRate(requests, Duration.ofSeconds(1), Duration.ofMillis(usedMillis));
    }

    private void answering(int status, String words) {
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = words.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private Load load() {
        var port = server.getAddress().getPort();
        return new Load(URI.create("http://127.0.0.1:" + port), () -> "/?Action=Any");
    }
}
