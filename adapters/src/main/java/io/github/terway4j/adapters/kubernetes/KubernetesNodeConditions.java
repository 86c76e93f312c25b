package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Conditions in our node's status, by server-side apply: the API server keeps who wrote which, and nobody else's is touched
 * or lost, whoever writes at the same time.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-side apply</a>
 */
public final class KubernetesNodeConditions implements NodeConditions {
    private final ApiServer server;
    private final String node;
    private final Persistence persistence;
    private final Tasks tasks;
    private final Map<NodeCondition.Kind, NodeCondition> said = new ConcurrentHashMap<>();

    public KubernetesNodeConditions(ApiServer server, String node, Outbox outbox, Tasks tasks) {
        this.server = server;
        this.node = node;
        this.persistence = new Persistence(outbox, tasks);
        this.tasks = tasks;
    }

    @Override
    public void say(NodeCondition condition) {
        said.put(condition.kind(), condition);
        persistence.send(condition.words(), () -> show(condition), () -> condition.equals(said.get(condition.kind())));
    }

    private void show(NodeCondition condition) {
        var shown = Optional.ofNullable(server.client().nodes().withName(node).get());
        if (shown.isPresent()) {
            new Patches(server).apply("api/v1/nodes/%s/status".formatted(node), applied(condition, shown.get()));
        }
    }

    private Map<String, Object> applied(NodeCondition condition, Node shown) {
        var now = text(tasks.instant());
        var status = condition.holds() ? "True" : "False";
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", condition.kind().text());
        fields.put("status", status);
        fields.put("reason", condition.reason());
        fields.put("message", condition.message());
        fields.put("lastHeartbeatTime", now);
        fields.put(
                "lastTransitionTime",
                since(shown, condition.kind().text(), status).orElse(now));
        var applied = new LinkedHashMap<String, Object>();
        applied.put("apiVersion", "v1");
        applied.put("kind", "Node");
        applied.put("metadata", Map.of("name", node));
        applied.put("status", Map.of("conditions", List.of(fields)));
        return applied;
    }

    /** Since when it is shown to be so; empty where it is not. */
    private static Optional<String> since(Node shown, String type, String status) {
        return Optional.ofNullable(shown.getStatus()).stream()
                .flatMap(all -> all.getConditions().stream())
                .filter(condition -> type.equals(condition.getType()) && status.equals(condition.getStatus()))
                .findFirst()
                .map(condition -> condition.getLastTransitionTime());
    }

    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
