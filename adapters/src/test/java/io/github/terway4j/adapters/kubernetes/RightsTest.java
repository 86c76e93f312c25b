package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an agent must be allowed: all that it asks for, and nothing that it can do without. */
final class RightsTest {
    private static final Path MANUAL = Path.of("..", "docs", "kubernetes.md");
    private static final Pattern ROW = Pattern.compile("\\| ([a-z/]+) \\| ([a-z, ]+) \\| .*");

    /** What fails where an agent lacks a right, by the words of {@link Errand}. */
    private static final String MISSED = """
            configmaps get: [the cluster's service CIDRs are found]
            configmaps list: [the configuration is read, another configuration is heard of, another label of the node is heard of]
            configmaps watch: [another configuration is heard of, another label of the node is heard of]
            events create: [an event is told, the same event is told again]
            events patch: [the same event is told again]
            nodes get: [the node is found, the node's condition is said]
            nodes list: [all nodes are counted, the configuration is read, another configuration is heard of, another label of the node is heard of]
            nodes patch: [the node's capacity is noted on it]
            nodes watch: [another label of the node is heard of]
            nodes/status patch: [the node's condition is said]
            pods get: [a pod is found]
            pods list: [the feed lists the node's pods, the feed hears of another pod, all pods of the node are counted]
            pods patch: [a pod's addresses are noted on it]
            pods watch: [the feed hears of another pod]
            """;

    private final MockCluster cluster = new MockCluster();

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void an_agent_asks_for_all_that_the_manual_lists_and_for_nothing_else() throws IOException {
        assertEquals(Set.of(), failing());
        var used = new TreeSet<String>();
        cluster.api.requests().forEach(request -> used.add(request.right()));
        assertEquals(String.join("\n", listed()), String.join("\n", used));
    }

    @Test
    void a_right_that_nobody_has_listed_is_seen() throws IOException {
        cluster.server
                .client()
                .secrets()
                .inNamespace("kube-system")
                .withName("any")
                .get();
        assertFalse(listed().contains(cluster.api.requests().getFirst().right()));
    }

    /** One is taken away at a time. */
    @Test
    void whoever_lacks_one_of_them_misses_something_by_name() throws IOException {
        var missed = new TreeMap<String, Set<Errand>>();
        for (var right : listed()) {
            try (var crippled = new MockCluster()) {
                crippled.api.forbid(right);
                missed.put(right, failing(crippled));
            }
        }
        assertEquals(MISSED, lines(missed));
    }

    private static String lines(SortedMap<String, Set<Errand>> missed) {
        var lines = new StringBuilder();
        missed.forEach((right, errands) ->
                lines.append(right).append(": ").append(errands).append('\n'));
        return lines.toString();
    }

    private Set<Errand> failing() {
        return failing(cluster);
    }

    private static Set<Errand> failing(MockCluster cluster) {
        try (var errands = new Errands(cluster)) {
            return EnumSet.copyOf(errands.run());
        }
    }

    private static SortedSet<String> listed() throws IOException {
        var rights = new TreeSet<String>();
        Files.readString(MANUAL)
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row ->
                        Arrays.stream(row.group(2).split(", ")).forEach(verb -> rights.add(row.group(1) + " " + verb)));
        return rights;
    }
}
