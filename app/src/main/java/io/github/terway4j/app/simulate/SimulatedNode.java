package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.world.MachineClock;

/** A node with all that lives on it. */
record SimulatedNode(Machine machine, MachineClock clock, AgentInWorld agent, CniCaller runtime, Kubelet kubelet) {
    String name() {
        return machine.name();
    }

    void start() {
        agent.start();
        kubelet.collect(runtime);
    }
}
