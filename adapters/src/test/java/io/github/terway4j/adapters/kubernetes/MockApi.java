package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.github.terway4j.adapters.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * fabric8's store behind what it lacks of a real API server: it knows no selector {@code spec.nodeName}, gives a deletion no
 * version, replays nothing, takes no server-side apply, and never loses or repeats anything.
 */
final class MockApi extends Dispatcher {
    /** On each pod, in place of the selector. */
    static final String NODE_LABEL = "node-of-test";

    private static final Pattern VERSION = Pattern.compile("\"resourceVersion\" *: *\"(\\d+)\"");
    private static final Pattern SINCE = Pattern.compile("resourceVersion=(\\d+)");

    private final KubernetesCrudDispatcher store = new KubernetesCrudDispatcher();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int copies = 1;
    private volatile int status;
    private volatile String forbidden = "";
    private volatile boolean losesPages;

    MockApi() {
        // No cluster has a version 0.
        store.requestResourceVersion();
    }

    /** All that we have asked for, the oldest first; what tests ask for is not in it. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    long watches() {
        return requests.stream().filter(Request::isWatch).count();
    }

    long lists(String path) {
        return requests.stream()
                .filter(request -> !request.isWatch() && request.path().startsWith(path))
                .count();
    }

    /** From now on each event is sent so often: not at all, or twice. */
    void sendEachEvent(int times) {
        copies = times;
    }

    /** From now on we are answered with this status, whatever we ask for; with 0, by the store. */
    void answer(int withStatus) {
        status = withStatus;
    }

    /** From now on we are refused whatever takes this right, as {@code pods list}. */
    void forbid(String right) {
        forbidden = right;
    }

    /** From now on every list comes in pages, of which all but the first fail. */
    void loseSecondPages() {
        losesPages = true;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        var asked = new Request(
                request.getMethod(),
                request.getPath(),
                header(request, "Content-Type"),
                new String(request.getBody().getBytes(), StandardCharsets.UTF_8));
        var ours = header(request, "User-Agent").equals("terway4j");
        if (ours) {
            requests.add(asked);
        }
        if (ours && status != 0) {
            return refusal(status);
        }
        if (ours && asked.right().equals(forbidden)) {
            return refusal(403);
        }
        var path = asked.path().replace("fieldSelector=spec.nodeName%3D", "labelSelector=" + NODE_LABEL + "%3D");
        return switch (asked.method()) {
            case "GET" -> asked.isWatch() ? watch(path) : list(path);
            case "DELETE" -> deleted(path);
            default ->
                asked.contentType().contains("apply-patch")
                        ? applied(asked)
                        : store.dispatch(stored(asked.method(), path, asked.contentType(), asked.body()));
        };
    }

    private MockResponse list(String path) {
        if (losesPages && path.contains("continue=")) {
            return refusal(410);
        }
        var response = store.handleGet(path);
        if (!losesPages || !path.contains("limit=")) {
            return response;
        }
        var list = Json.readObject(new String(response.getBody().getBytes(), StandardCharsets.UTF_8));
        list.put("metadata", Map.of("resourceVersion", "1", "continue", "more"));
        return new MockResponse().setResponseCode(200).setBody(Json.write(list));
    }

    /** A real one would replay what came after the version; where something did, this one says that it has forgotten. */
    private MockResponse watch(String path) {
        var since = SINCE.matcher(path);
        if (since.find() && Long.parseLong(since.group(1)) < version()) {
            return refusal(410);
        }
        var response = store.handleGet(path);
        return response.withWebSocketUpgrade(new CopyingSocket(response.getWebSocketListener(), () -> copies));
    }

    private long version() {
        var list = store.handleGet("/api/v1/namespaces/none/pods");
        var version = VERSION.matcher(new String(list.getBody().getBytes(), StandardCharsets.UTF_8));
        return version.find() ? Long.parseLong(version.group(1)) : 0;
    }

    private MockResponse deleted(String path) {
        var response = store.handleDelete(path);
        store.requestResourceVersion();
        return response;
    }

    private MockResponse applied(Request request) {
        var path = request.path().replaceFirst("\\?.*", "");
        var current = store.handleGet(path.replace("/status", ""));
        if (current.code() != 200) {
            return refusal(404);
        }
        var merged = Applied.to(new String(current.getBody().getBytes(), StandardCharsets.UTF_8), request.body());
        return store.dispatch(stored("PUT", path, "application/json", merged));
    }

    private static RecordedRequest stored(String method, String path, String contentType, String body) {
        return new RecordedRequest(
                "HTTP/1.1",
                HttpMethod.valueOf(method),
                path,
                Headers.builder().add("Content-Type", contentType).build(),
                new Buffer(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static MockResponse refusal(int code) {
        return new MockResponse()
                .setResponseCode(code)
                .setBody(
                        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"refused by the test\",\"code\":%d}"
                                .formatted(code));
    }

    private static String header(RecordedRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
