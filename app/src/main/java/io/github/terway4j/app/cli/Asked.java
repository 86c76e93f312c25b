package io.github.terway4j.app.cli;

import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Stages;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Turns what cannot be asked for into a sentence for the caller, with exit status 2. */
final class Asked {
    private Asked() {}

    static <T> T of(CommandSpec spec, Supplier<T> checked) {
        try {
            return checked.get();
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
        }
    }

    static void kernel(CommandSpec spec, KernelChoice kernel) {
        var obstacle = Stages.obstacle();
        if (kernel == KernelChoice.LINUX && obstacle.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--kernel linux cannot be had: " + obstacle.get() + "; try --kernel simulated");
        }
    }
}
