package io.github.terway4j.adapters.cni;

import java.util.Arrays;
import java.util.Optional;

/** What CNI_COMMAND may ask for, and since when. */
enum Command {
    ADD(SpecVersion.V0_3_0),
    DEL(SpecVersion.V0_3_0),
    CHECK(SpecVersion.V0_4_0),
    GC(SpecVersion.V1_1_0),
    STATUS(SpecVersion.V1_1_0),
    VERSION(SpecVersion.V0_3_0);

    private final SpecVersion since;

    Command(SpecVersion since) {
        this.since = since;
    }

    static Optional<Command> of(String text) {
        return Arrays.stream(values())
                .filter(command -> command.name().equals(text))
                .findFirst();
    }

    SpecVersion since() {
        return since;
    }

    boolean isKnownIn(SpecVersion version) {
        return version.compareTo(since) >= 0;
    }
}
