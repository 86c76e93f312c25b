package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.SimulatedProcess;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A node's container runtime, as far as it speaks CNI to the agent. It keeps the specification's order: while it
 * collects garbage it neither adds nor deletes.
 */
final class CniCaller {
    /** After so long the CNI executable gives up; the agent itself shortly before. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    static final Duration AGENTS_PATIENCE = Duration.ofSeconds(110);
    private static final Mtu MTU = new Mtu(1500);

    private final AgentInWorld agent;
    private final SimulatedProcess process;
    private final Tasks.Signal turns;
    private int atWork;
    private boolean collecting;

    CniCaller(AgentInWorld agent, SimulatedProcess process) {
        this.agent = agent;
        this.process = process;
        this.turns = process.tasks().signal("runtime's turns");
    }

    /** The addresses that the sandbox has now; empty if the agent refused, or did not answer in time. */
    Optional<DualStack<Ip>> add(Sandbox sandbox, Duration patience) {
        return besideOthers(() -> agent.ask(process, "ADD " + sandbox, patience, living -> attach(living, sandbox)))
                .flatMap(outcome -> outcome instanceof AttachOutcome.Attached(var network)
                        ? Optional.of(network.addresses().map(InterfaceAddress::ip))
                        : Optional.empty());
    }

    /** Whether the agent says that nothing of the sandbox is left. */
    boolean delete(Sandbox sandbox) {
        return besideOthers(() -> agent.ask(
                        process,
                        "DEL " + sandbox,
                        PATIENCE,
                        living -> living.component().detachPod().detach(sandbox.key())))
                .filter(DetachOutcome.Detached.class::isInstance)
                .isPresent();
    }

    /** Tells the agent which attachments there still are, and of no others. */
    void collect(Supplier<Collection<AttachmentKey>> valid) {
        collecting = true;
        while (atWork > 0) {
            turns.awaitBeyond(turns.count(), process.tasks().instant().plus(PATIENCE));
        }
        var vouchedFor = List.copyOf(valid.get());
        agent.ask(
                process,
                "GC of all but " + vouchedFor.size(),
                PATIENCE,
                living -> living.component().collectGarbage().collect(vouchedFor));
        collecting = false;
        turns.raise();
    }

    private <T> T besideOthers(Supplier<T> work) {
        while (collecting) {
            turns.awaitBeyond(turns.count(), process.tasks().instant().plus(PATIENCE));
        }
        atWork++;
        var outcome = work.get();
        atWork--;
        turns.raise();
        return outcome;
    }

    private static AttachOutcome attach(AgentInWorld.Incarnation agent, Sandbox sandbox) {
        var deadline = agent.process().tasks().instant().plus(AGENTS_PATIENCE);
        return agent.component()
                .attachPod()
                .attach(new AttachRequest(
                                sandbox.key(), sandbox.pod(), sandbox.netns(), MTU, BandwidthLimit.NONE, deadline)
                        .of(sandbox.podUid()));
    }
}
