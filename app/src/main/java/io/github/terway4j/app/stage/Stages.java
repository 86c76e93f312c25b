package io.github.terway4j.app.stage;

import java.io.PrintStream;
import java.util.Optional;

/** Chooses a stage. */
public final class Stages {
    private Stages() {}

    /** Linux where there is an obstacle to it throws. Tells on {@code out} what is set up, and why it is not the real kernel where it is not. */
    public static Stage open(KernelChoice choice, Setting setting, PrintStream out) {
        var stage = setUp(choice, setting, out);
        stage.nodes().forEach(stage::startAgent);
        return stage;
    }

    /** The same before any agent runs there. */
    public static Stage setUp(KernelChoice choice, Setting setting, PrintStream out) {
        var obstacle = obstacle();
        return switch (choice) {
            case LINUX -> linux(setting, out);
            case SIMULATED -> simulated(setting, out);
            case BEST -> {
                obstacle.ifPresent(words -> out.println("Not on the real kernel: " + words + "."));
                yield obstacle.isEmpty() ? linux(setting, out) : simulated(setting, out);
            }
        };
    }

    /** Why the real kernel cannot be used; empty where it can. */
    public static Optional<String> obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("this is " + System.getProperty("os.name"));
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("network namespaces take root, and this is " + System.getProperty("user.name"));
        }
        return Programs.built().isEmpty()
                ? Optional.of(
                        "the programs in C are not built; ./terway builds them, or: make -C deploy/cni-shim && make -C deploy/bench")
                : Optional.empty();
    }

    private static Stage linux(Setting setting, PrintStream out) {
        return LinuxStage.setUp(setting, out);
    }

    private static Stage simulated(Setting setting, PrintStream out) {
        return SimulatedStage.setUp(setting, out);
    }
}
