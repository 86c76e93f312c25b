package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link NodeDirectory} promises. Each test has a cluster of its own, which has no node yet. */
public interface NodeDirectoryContract {
    /** The one that we run on. */
    ListedNode SELF = node("node-b", "i-b", "10.1.2.0/24");

    ListedNode BEFORE = node("node-a", "i-a", "10.1.1.0/24");
    ListedNode AFTER = node("node-c", "i-c", "10.1.3.0/24");

    NodeDirectory nodes();

    void join(ListedNode node);

    void leave(ListedNode node);

    /** From now on the API server does not answer. */
    void cutOff();

    void reconnect();

    @Test
    default void a_node_that_has_not_joined_is_absent() {
        join(BEFORE);
        assertEquals(new NodeLookup.Absent(), nodes().self());
    }

    @Test
    default void the_node_finds_itself_with_its_machine_and_its_blocks() {
        join(SELF);
        join(AFTER);
        assertEquals(new NodeLookup.Found(SELF), nodes().self());
    }

    @Test
    default void all_nodes_are_listed_in_the_order_of_their_names() {
        join(AFTER);
        join(SELF);
        join(BEFORE);
        assertEquals(new NodeCensus.Complete(List.of(BEFORE, SELF, AFTER)), nodes().census());
    }

    @Test
    default void who_has_left_is_neither_found_nor_listed() {
        join(SELF);
        join(AFTER);
        nodes().census();
        leave(SELF);
        assertEquals(new NodeLookup.Absent(), nodes().self());
        assertEquals(new NodeCensus.Complete(List.of(AFTER)), nodes().census());
    }

    @Test
    default void a_cluster_without_nodes_has_a_complete_list_of_none() {
        assertEquals(new NodeCensus.Complete(List.of()), nodes().census());
    }

    @Test
    default void who_cannot_ask_does_not_say_that_nodes_are_gone() {
        join(SELF);
        cutOff();
        assertInstanceOf(NodeLookup.Unreadable.class, nodes().self());
        assertInstanceOf(NodeCensus.Unreadable.class, nodes().census());
        reconnect();
        assertEquals(new NodeLookup.Found(SELF), nodes().self());
        assertEquals(new NodeCensus.Complete(List.of(SELF)), nodes().census());
    }

    private static ListedNode node(String name, String instance, String block) {
        return new ListedNode(name, "cn-hangzhou." + instance, List.of(Cidr.parse(block)));
    }
}
