package io.github.terway4j.simulator.kernel;

import io.github.terway4j.ports.KernelContract;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Traffic;

final class SimulatedKernelContract implements KernelContract {
    private final SimulatedMachine machine = new SimulatedMachine();

    @Override
    public Kernel kernel() {
        return machine.kernel();
    }

    @Override
    public Namespaces namespaces() {
        return machine.namespaces();
    }

    @Override
    public Traffic traffic() {
        return machine.traffic();
    }
}
