package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.IpFamily;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The routing policy of one family in a namespace: rules by priority, and of one priority in the order they came. */
final class RuleBook {
    private static final int LOCAL_PRIORITY = 0;
    private static final int MAIN_PRIORITY = 32766;
    private static final int DEFAULT_PRIORITY = 32767;

    private final TreeMap<Integer, SequencedSet<Rule>> byPriority = new TreeMap<>();
    private boolean everChanged;

    /** What every namespace begins with; IPv6 has no default table. */
    RuleBook(NetNs ns, IpFamily family) {
        put(kernels(ns, family, LOCAL_PRIORITY, RouteTables.LOCAL));
        put(kernels(ns, family, MAIN_PRIORITY, RouteTables.MAIN));
        if (family == IpFamily.V4) {
            put(kernels(ns, family, DEFAULT_PRIORITY, RouteTables.DEFAULT));
        }
    }

    void add(Rule rule) {
        everChanged = true;
        put(rule);
    }

    void remove(Rule rule) {
        var rules = byPriority.get(rule.priority());
        if (rules != null && rules.remove(rule)) {
            everChanged = true;
            if (rules.isEmpty()) {
                byPriority.remove(rule.priority());
            }
        }
    }

    /** In the order in which they are asked. */
    Stream<Rule> rules() {
        return byPriority.values().stream().flatMap(SequencedSet::stream);
    }

    /** Linux takes shortcuts until the first change, and never again after it. */
    boolean everChanged() {
        return everChanged;
    }

    private void put(Rule rule) {
        byPriority.computeIfAbsent(rule.priority(), _ -> new LinkedHashSet<>()).add(rule);
    }

    private static Rule kernels(NetNs ns, IpFamily family, int priority, int table) {
        return new Rule(ns, priority, RuleSelector.all(family), new RuleAction.Lookup(table), RouteEntry.KERNEL);
    }
}
