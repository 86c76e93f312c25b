package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Asks somebody who does not keep a contract, and tells which of its promises they broke. */
final class Breaches {
    private Breaches() {}

    /** The promises that this bench breaks, by the names of their tests. */
    static Set<String> brokenBy(Class<?> liar) {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(liar))
                .execute()
                .testEvents();
        assertNotEquals(0, tests.started().count(), "nothing was asked of " + liar);
        var names = new TreeSet<String>();
        tests.failed().stream()
                .forEach(event -> names.add(event.getTestDescriptor().getDisplayName()));
        return names;
    }
}
