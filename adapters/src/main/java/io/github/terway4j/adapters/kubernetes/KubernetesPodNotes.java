package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodNotes;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses of a pod as an annotation, as Terway's readers know it: IPv4 first, with a comma between. */
public final class KubernetesPodNotes implements PodNotes {
    private final Patches patches;
    private final Outbox outbox;

    public KubernetesPodNotes(ApiServer server, Outbox outbox) {
        this.patches = new Patches(server);
        this.outbox = outbox;
    }

    @Override
    public void addresses(PodRef pod, DualStack<Ip> addresses) {
        var text = addresses.all().stream().map(Ip::toString).collect(Collectors.joining(","));
        outbox.send(
                "the addresses of " + pod,
                () -> patches.annotate(
                        "api/v1/namespaces/%s/pods/%s".formatted(pod.namespace(), pod.name()),
                        Map.of(PodAnnotations.SHOWN, text)));
    }
}
