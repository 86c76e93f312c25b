package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.terway4j.adapters.json.Json;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Changes parts of objects, in one request each: the client's own way of patching reads the whole object before. */
record Patches(ApiServer server) {
    private static final String MERGE = "application/merge-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final int SECONDS = 10;

    /** These annotations, and nothing else of the object. Returns the answer's status, which is 200 or 404. */
    int annotate(String path, Map<String, String> annotations) {
        return merge(path, Map.of("metadata", Map.of("annotations", annotations)));
    }

    /** Returns the answer's status, which is 200 or 404. */
    int merge(String path, Map<String, ?> change) {
        return patch(path + "?fieldManager=" + ApiServer.OURSELVES, MERGE, change);
    }

    /** What we say of the object, and of it all that we say: fields that we said before and say no more go away. */
    int apply(String path, Map<String, ?> object) {
        return patch(path + "?fieldManager=%s&force=true".formatted(ApiServer.OURSELVES), APPLY, object);
    }

    private int patch(String path, String contentType, Map<String, ?> body) {
        var client = server.client().getHttpClient();
        var request = client.newHttpRequestBuilder()
                .uri(server.client().getMasterUrl() + path)
                .timeout(SECONDS, TimeUnit.SECONDS)
                .method("PATCH", contentType, Json.write(body))
                .build();
        try {
            var response = client.sendAsync(request, String.class).get(SECONDS, TimeUnit.SECONDS);
            return switch (response.code()) {
                case 200, 201, 202 -> 200;
                case 404 -> 404;
                default -> throw new KubernetesClientException(response.body(), response.code(), null);
            };
        } catch (ExecutionException | TimeoutException failed) {
            throw new KubernetesClientException(path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KubernetesClientException(path, interrupted);
        }
    }
}
