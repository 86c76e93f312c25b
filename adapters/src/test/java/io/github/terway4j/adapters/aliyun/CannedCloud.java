package io.github.terway4j.adapters.aliyun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.terway4j.adapters.aliyun.AliyunEndpoints.Scheme;
import io.github.terway4j.domain.eni.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server that answers what a test has put before it, one answer a call, and remembers what it was asked. */
final class CannedCloud implements AutoCloseable {
    /** Parameters of each call, in the order of the calls. */
    final List<Map<String, String>> asked = new ArrayList<>();
    /** Headers of each call. */
    final List<Map<String, String>> headers = new ArrayList<>();

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    private record Answer(int status, Optional<String> type, String body) {}

    CannedCloud() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    AliyunEndpoints endpoints() {
        var host = "127.0.0.1:" + server.getAddress().getPort();
        return new AliyunEndpoints(
                new Region("cn-hangzhou"), Scheme.HTTP, host, host, Map.of("x-acsproxy-ascm-context", "department 7"));
    }

    CannedCloud answering(String body) {
        return answering(200, body);
    }

    CannedCloud answering(int status, String body) {
        answers.add(new Answer(status, Optional.of("application/json;charset=utf-8"), body));
        return this;
    }

    /** Without saying what kind of text it is. */
    CannedCloud answeringUntyped(String body) {
        answers.add(new Answer(200, Optional.empty(), body));
        return this;
    }

    CannedCloud refusing(int status, String code, String message) {
        return answering(status, """
                {"RequestId": "B61C08E5", "HostId": "ecs.example.com", "Code": "%s", "Message": "%s", "Recommend": "-"}
                """.formatted(code, message));
    }

    /** What the last call said, without what every call says. */
    Map<String, String> lastAsked() {
        var own = new TreeMap<>(asked.getLast());
        List.of(
                        "AccessKeyId",
                        "Format",
                        "RegionId",
                        "Signature",
                        "SignatureMethod",
                        "SignatureNonce",
                        "SignatureVersion",
                        "Timestamp",
                        "Version")
                .forEach(own::remove);
        return own;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parameters = new TreeMap<String, String>();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (var text : Arrays.asList(exchange.getRequestURI().getRawQuery() + "", body)) {
                for (var pair : text.split("&", -1)) {
                    if (pair.contains("=")) {
                        var parts = pair.split("=", 2);
                        parameters.put(decoded(parts[0]), decoded(parts[1]));
                    }
                }
            }
            var sent = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> sent.put(name, values.getFirst()));
            headers.add(sent);
            asked.add(parameters);
            var answer = answers.isEmpty() ? new Answer(500, Optional.empty(), "{}") : answers.remove();
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.type().ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
