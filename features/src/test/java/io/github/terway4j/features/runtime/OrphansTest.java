package io.github.terway4j.features.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphansTest {
    private static final Path FOLDER = Path.of("/run/netns");
    private static final Path KEPT = FOLDER.resolve("cni-11");
    private static final Path LOST = FOLDER.resolve("cni-22");
    private static final Path LATE = FOLDER.resolve("cni-33");

    private final Orphans orphans = new Orphans(FOLDER);

    @Test
    void knowsThatOneOfNoSandboxWasForgottenWhereItWasThereAtTheKill() {
        orphans.killed(List.of(KEPT, LOST));
        orphans.claimed("{info={\"namespaces\":[{\"type\":\"network\",\"path\":\"/run/netns/cni-11\"}]}}");

        assertEquals(Set.of(LOST), orphans.forgotten());
        assertEquals(List.of(), orphans.strangers(List.of(KEPT, LOST)));
        assertEquals(List.of(KEPT), orphans.others(List.of(KEPT, LOST)));
    }

    @Test
    void excusesNothingThatWasMadeAfterTheKill() {
        orphans.killed(List.of(LOST));

        assertEquals(List.of(LATE), orphans.strangers(List.of(LOST, LATE)));
        assertEquals(List.of(LATE), orphans.others(List.of(LOST, LATE)));
    }

    @Test
    void excusesNothingThatWasGoneInBetween() {
        orphans.killed(List.of(KEPT, LOST));
        orphans.settled(List.of(LOST));

        assertEquals(Set.of(LOST), orphans.forgotten());
        assertEquals(List.of(KEPT), orphans.others(List.of(KEPT, LOST)));
    }

    @Test
    void excusesNothingBeforeAnyKill() {
        assertEquals(List.of(KEPT), orphans.others(List.of(KEPT)));
        assertEquals(Set.of(), orphans.forgotten());
    }
}
