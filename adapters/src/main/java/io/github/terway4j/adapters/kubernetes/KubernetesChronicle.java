package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Events of the cluster, on the pod or the node that they concern. One that is told again is counted up. Nobody waits for
 * them, and while the API server is away they are lost: the log has them all.
 */
public final class KubernetesChronicle implements Chronicle {
    /** What the API server takes. */
    private static final int LONGEST = 1024;

    private static final String NODES_EVENTS = "default";

    private final ApiServer server;
    private final String node;
    private final PodDirectory pods;
    private final Outbox outbox;
    private final InstantSource clock;
    private final EventMemory memory = new EventMemory();
    private long serial;

    /** @param pods say which pod of the name it is: people look for events by that */
    public KubernetesChronicle(ApiServer server, String node, PodDirectory pods, Outbox outbox, InstantSource clock) {
        this.server = server;
        this.node = node;
        this.pods = pods;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        tell(pod.toString(), reason, message, () -> reference(pod));
    }

    @Override
    public void node(EventReason reason, String message) {
        tell(node, reason, message, this::ourselves);
    }

    private void tell(String object, EventReason reason, String message, Supplier<ObjectReference> reference) {
        var now = clock.instant();
        outbox.send("the event %s of %s".formatted(reason.text(), object), () -> {
            var telling = new EventMemory.Telling(object, reason.text(), shortened(message));
            if (memory.admits(object, now)) {
                memory.find(telling, now)
                        .filter(before -> countUp(reference.get().getNamespace(), before, telling, now))
                        .ifPresentOrElse(_ -> {}, () -> create(reference.get(), reason, telling, now));
            }
        });
    }

    /** Whether the event is still there. */
    private boolean countUp(String namespace, EventMemory.Sent before, EventMemory.Telling telling, Instant now) {
        var more = before.count() + 1;
        var path = "api/v1/namespaces/%s/events/%s".formatted(namespace, before.name());
        var found = new Patches(server).merge(path, Map.of("count", more, "lastTimestamp", text(now))) == 200;
        if (found) {
            memory.keep(telling, new EventMemory.Sent(before.name(), more, now));
        }
        return found;
    }

    private void create(ObjectReference about, EventReason reason, EventMemory.Telling telling, Instant now) {
        // Two of one moment must not have one name.
        var name = "%s.%x".formatted(about.getName(), now.getEpochSecond() * 1_000_000_000L + now.getNano() + ++serial);
        server.client()
                .v1()
                .events()
                .inNamespace(about.getNamespace())
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withNamespace(about.getNamespace())
                        .withName(name)
                        .endMetadata()
                        .withInvolvedObject(about)
                        .withType(reason.warning() ? "Warning" : "Normal")
                        .withReason(reason.text())
                        .withMessage(telling.message())
                        .withCount(1)
                        .withFirstTimestamp(text(now))
                        .withLastTimestamp(text(now))
                        .withNewSource()
                        .withComponent(ApiServer.OURSELVES)
                        .withHost(node)
                        .endSource()
                        .withReportingComponent(ApiServer.OURSELVES)
                        .withReportingInstance(node)
                        .build())
                .create();
        memory.keep(telling, new EventMemory.Sent(name, 1, now));
    }

    private ObjectReference reference(PodRef pod) {
        var uid = switch (pods.find(pod)) {
            case PodLookup.Found(var facts) -> facts.uid();
            case PodLookup.Absent _, PodLookup.Unreadable _ -> "";
        };
        return new ObjectReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withNamespace(pod.namespace())
                .withName(pod.name())
                .withUid(uid)
                .build();
    }

    /** As the kubelet does: people find a node's events by its name in the place of its uid. */
    private ObjectReference ourselves() {
        return new ObjectReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Node")
                .withNamespace(NODES_EVENTS)
                .withName(node)
                .withUid(node)
                .build();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…";
    }

    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
