package io.github.terway4j.app.agent;

import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What this machine is: by the cloud's own word if that comes soon, else by what it said last, if the machine still has the
 * addresses that it had then. The cloud is asked on, until it has said that nothing has changed.
 */
final class OwnFacts {
    /** Chosen: an answer takes some tenths of a second, and a runtime waits minutes for an agent's socket. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration LONG = Duration.ofHours(1);

    private final Optional<NodeFacts> remembered;
    private final AtomicReference<Optional<NodeFacts>> told = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<NodeFacts>> given = new AtomicReference<>(Optional.empty());
    private final Tasks.Signal telling;
    private final Tasks tasks;

    private OwnFacts(Optional<NodeFacts> remembered, Tasks tasks) {
        this.remembered = remembered;
        this.tasks = tasks;
        this.telling = tasks.signal("the cloud has said what this machine is");
    }

    /** Begins to ask. */
    static OwnFacts asked(InstanceFacts cloud, CloudMemory memory, Kernel kernel, NetNs host, Tasks tasks) {
        var own = new OwnFacts(memory.facts().filter(facts -> stillHere(facts, kernel, host)), tasks);
        tasks.start("own facts", () -> {
            var facts = RunningNode.facts(cloud, tasks);
            memory.keep(facts);
            own.told.set(Optional.of(facts));
            own.telling.raise();
        });
        return own;
    }

    /** A state folder that came with an image was another machine's. */
    private static boolean stillHere(NodeFacts facts, Kernel kernel, NetNs host) {
        return kernel.observe(host, List.of()) instanceof Observation.Seen(var state)
                && state.addresses().stream()
                        .map(KernelObject.Address::address)
                        .map(InterfaceAddress::ip)
                        .toList()
                        .containsAll(facts.hostAddresses().all());
    }

    /** Returns soon if the cloud answers soon, or something is remembered. */
    NodeFacts soon() {
        var facts = remembered.map(before -> after(SOON).orElse(before)).orElseGet(this::certain);
        given.set(Optional.of(facts));
        return facts;
    }

    private NodeFacts certain() {
        while (true) {
            var facts = after(LONG);
            if (facts.isPresent()) {
                return facts.get();
            }
        }
    }

    private Optional<NodeFacts> after(Duration patience) {
        telling.awaitBeyond(0, tasks.instant().plus(patience));
        return told.get();
    }

    /** Tells, in words, when the cloud says otherwise than {@link #soon}: who works by that has to begin anew. */
    void whenWrong(Consumer<String> listener) {
        given.get()
                .ifPresent(before -> tasks.start("own facts again", () -> {
                    var now = certain();
                    if (!now.equals(before)) {
                        listener.accept(
                                "this machine is not what it was when the cloud was last asked: %s and not %s; the agent"
                                                .formatted(now, before)
                                        + " ends, to be started anew");
                    }
                }));
    }
}
