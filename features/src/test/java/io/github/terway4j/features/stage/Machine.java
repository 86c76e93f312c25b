package io.github.terway4j.features.stage;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A kernel to play on.
 *
 * @param prefix with which the names of all our namespaces begin
 * @param hardware makes hardware of a link, where this kernel can do that; none where it cannot
 * @param until waits for what the kernel does in its own time; it may give up
 */
public record Machine(
        String prefix,
        Kernel kernel,
        Namespaces namespaces,
        Traffic traffic,
        List<BiConsumer<NetNs, LinkName>> hardware,
        Consumer<BooleanSupplier> until,
        Runnable off) {
    public static Machine simulated() {
        var machine = new SimulatedMachine();
        return new Machine(
                "",
                machine.kernel(),
                machine.namespaces(),
                machine.traffic(),
                List.of(machine::harden),
                _ -> {},
                () -> {});
    }
}
