package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.WatchedTraffic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Machines, a cloud and agents to tell a story on. Closing it takes everything away. */
public interface Stage extends AutoCloseable {
    /** Which kernel this is, in a word. */
    String kernelName();

    List<StageNode> nodes();

    Kernel kernel();

    Traffic traffic();

    WatchedTraffic watchedTraffic();

    /**
     * Has the node translate a service's address to a pod's, as kube-proxy does.
     *
     * @return what is in the way of it here; empty once it is so
     */
    Optional<String> translate(StageNode node, Ip service, Ip pod);

    /** A pod that the cluster has bound to the node, with an empty sandbox. */
    Sandbox startPod(StageNode node, String name);

    /** The pod and its sandbox are no more. */
    void endPod(Sandbox sandbox);

    /** One call of a container runtime, with these variables and this on stdin, whatever they are. */
    CniAnswer call(StageNode node, Map<String, String> variables, String stdin);

    /** A well-formed one: {@code ADD}, {@code CHECK} or {@code DEL}. */
    default CniAnswer call(String command, Sandbox sandbox) {
        return call(sandbox.node(), CniVariables.of(command, sandbox), CniVariables.CONFIG);
    }

    /** Starts the node's agent, and returns when it answers. */
    void startAgent(StageNode node);

    /** Ends the node's agent at whatever it is doing, without a word. */
    void killAgent(StageNode node);

    /** What the ledger of a node says whose agent does not run. */
    List<Lease> ledger(StageNode node);

    /** What is ours in the node's kernel and belongs to pods, in words. */
    default List<String> leftovers(StageNode node) {
        return Leftover.of(look(node));
    }

    /** The node's namespace. */
    default KernelState look(StageNode node) {
        if (kernel().observe(node.netns(), List.of()) instanceof Observation.Seen(var state)) {
            return state;
        }
        throw new IllegalStateException("the namespace of " + node.name() + " cannot be read");
    }

    /** What lies beyond all nodes: the namespace that plays the VPC. */
    NetNs outside();

    /** The ENI that carries the address, as the cloud sees it. */
    EniId eniOf(Ip address);

    /** What agents have asked of the cloud over HTTP, by action; empty where they reach it by another way. */
    Optional<Map<String, Integer>> cloudCalls();

    /** Lets a tenth of a second pass. */
    void pause();

    @Override
    void close();
}
