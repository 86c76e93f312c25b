package io.github.terway4j.simulator.invariant;

import java.util.List;

/** Nothing is made in a kernel for a pod before its lease is in the ledger. */
public final class LedgerBeforeKernel implements Invariant {
    @Override
    public String name() {
        return "ledger-before-kernel";
    }

    @Override
    public String sentence() {
        return "nothing is made in a kernel for a pod before its lease is in the ledger";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        return change instanceof Change.KernelStepped(var node, var step)
                ? Made.in(step)
                        .flatMap(object -> Mark.of(node, object))
                        .filter(mark -> mark.orphaned(now))
                        .map(mark -> mark + " is made, and there is no lease")
                        .toList()
                : List.of();
    }
}
