package io.github.terway4j.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PageServerTest {
    private final PageServer server = PageServer.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of(
                    "/well",
                    () -> HttpPage.well("alive"),
                    "/unwell",
                    () -> HttpPage.unwell("it rains"),
                    "/broken",
                    () -> {
                        throw new IllegalStateException("planted");
                    }));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_page_is_read_with_its_status_its_kind_and_its_words() throws Exception {
        var answer = asked("GET", "/well");
        assertEquals(200, answer.statusCode());
        assertEquals("alive\n", answer.body());
        assertEquals(
                "text/plain; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(503, asked("GET", "/unwell").statusCode());
    }

    @Test
    void who_asks_for_the_head_gets_no_words() throws Exception {
        var answer = asked("HEAD", "/unwell");
        assertEquals(503, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void no_other_path_and_no_other_method_is_answered() throws Exception {
        assertEquals(404, asked("GET", "/well/more").statusCode());
        assertEquals(405, asked("POST", "/well").statusCode());
    }

    @Test
    void a_mistake_ends_one_answer_and_tells_no_stranger_why() throws Exception {
        var answer = asked("GET", "/broken");
        assertEquals(500, answer.statusCode());
        assertEquals("a mistake of the agent: its log says more\n", answer.body());
        assertEquals(200, asked("GET", "/well").statusCode());
    }

    @Test
    void where_somebody_listens_nobody_else_can() {
        assertThrows(UncheckedIOException.class, () -> PageServer.open(server.address(), Map.of()));
    }

    private HttpResponse<String> asked(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d%s".formatted(server.address().getPort(), path)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
