package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Asks somebody who does not keep a contract, and tells which of its promises they broke. */
final class Breaches {
    private Breaches() {}

    /** The promises that this bench breaks, by the names of their tests. */
    static Set<String> brokenBy(Class<?> liar) {
        return names(asked(liar).failed());
    }

    /** Those that it keeps; the caller may take from them. */
    static Set<String> keptBy(Class<?> liar) {
        return names(asked(liar).succeeded());
    }

    private static Events asked(Class<?> liar) {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(liar))
                .execute()
                .testEvents();
        assertNotEquals(0, tests.started().count(), "nothing was asked of " + liar);
        return tests;
    }

    private static Set<String> names(Events tests) {
        var names = new TreeSet<String>();
        tests.map(Event::getTestDescriptor).forEach(test -> names.add(test.getDisplayName()));
        return names;
    }
}
