package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class NodeDirectoryContractTest {
    @Test
    void who_keeps_all_promises_breaks_none() {
        assertEquals(Set.of(), brokenBy(Honest.class));
    }

    @Test
    void who_takes_silence_for_an_empty_cluster_is_found_out() {
        assertEquals(Set.of("who_cannot_ask_does_not_say_that_nodes_are_gone()"), brokenBy(TakesSilenceForNone.class));
    }

    @Test
    void who_answers_from_memory_is_found_out() {
        assertEquals(
                Set.of(
                        "who_has_left_is_neither_found_nor_listed()",
                        "who_cannot_ask_does_not_say_that_nodes_are_gone()"),
                brokenBy(AnswersFromMemory.class));
    }

    @Test
    void who_lists_as_they_came_is_found_out() {
        assertEquals(Set.of("all_nodes_are_listed_in_the_order_of_their_names()"), brokenBy(ListsAsTheyCame.class));
    }

    /** A cluster in a few lines; each keeper makes one mistake with it. */
    abstract static class Keeper implements NodeDirectoryContract, NodeDirectory {
        final List<ListedNode> came = new ArrayList<>();
        boolean away;

        @Override
        public NodeDirectory nodes() {
            return this;
        }

        @Override
        public void join(ListedNode node) {
            came.add(node);
        }

        @Override
        public void leave(ListedNode node) {
            came.remove(node);
        }

        @Override
        public void cutOff() {
            away = true;
        }

        @Override
        public void reconnect() {
            away = false;
        }

        @Override
        public NodeLookup self() {
            return away
                    ? new NodeLookup.Unreadable("no answer")
                    : came.contains(SELF) ? new NodeLookup.Found(SELF) : new NodeLookup.Absent();
        }

        @Override
        public NodeCensus census() {
            return away ? new NodeCensus.Unreadable("no answer") : new NodeCensus.Complete(listed());
        }

        List<ListedNode> listed() {
            var sorted = new TreeMap<String, ListedNode>();
            came.forEach(node -> sorted.put(node.name(), node));
            return List.copyOf(sorted.values());
        }
    }

    static final class Honest extends Keeper {}

    static final class TakesSilenceForNone extends Keeper {
        @Override
        public NodeCensus census() {
            return super.census() instanceof NodeCensus.Complete list ? list : new NodeCensus.Complete(List.of());
        }
    }

    static final class AnswersFromMemory extends Keeper {
        private Optional<NodeCensus> last = Optional.empty();

        @Override
        public NodeCensus census() {
            var list = last.orElseGet(super::census);
            last = Optional.of(list);
            return list;
        }
    }

    static final class ListsAsTheyCame extends Keeper {
        @Override
        List<ListedNode> listed() {
            return came;
        }
    }
}
