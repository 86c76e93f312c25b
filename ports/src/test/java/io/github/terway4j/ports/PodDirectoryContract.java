package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PodDirectory} promises. Each test has a cluster of its own, with two nodes and no pod. */
public interface PodDirectoryContract {
    PodRef WEB = new PodRef("default", "web");
    PodRef DB = new PodRef("default", "db");

    /** That of the node that is asked about. */
    PodDirectory pods();

    /** The cluster binds the pod to the node. Returns what it says of it. */
    PodFacts run(PodRef pod);

    /** The same, to another node. */
    PodFacts runElsewhere(PodRef pod);

    /** The pod goes from the cluster. */
    void end(PodRef pod);

    /** From now on nobody reaches the cluster. */
    void cutOff();

    void reconnect();

    @Test
    default void a_pod_of_the_node_is_found_with_what_the_cluster_says_of_it() {
        var web = run(WEB);
        assertEquals(new PodLookup.Found(web), pods().find(WEB));
    }

    @Test
    default void a_pod_that_never_was_is_absent() {
        run(DB);
        assertEquals(new PodLookup.Absent(), pods().find(WEB));
    }

    @Test
    default void a_pod_of_another_node_is_absent() {
        runElsewhere(WEB);
        assertEquals(new PodLookup.Absent(), pods().find(WEB));
    }

    @Test
    default void a_pod_that_has_gone_is_absent() {
        run(WEB);
        end(WEB);
        assertEquals(new PodLookup.Absent(), pods().find(WEB));
    }

    @Test
    default void another_pod_of_the_same_name_has_another_uid() {
        var first = run(WEB);
        end(WEB);
        var second = run(WEB);
        assertNotEquals(first.uid(), second.uid());
        assertEquals(new PodLookup.Found(second), pods().find(WEB));
        assertEquals(new PodLookup.Found(second), pods().find(WEB, second.uid()));
        assertEquals(new PodLookup.Absent(), pods().find(WEB, first.uid()));
        assertEquals(new PodLookup.Found(second), pods().find(WEB, ""));
    }

    @Test
    default void the_node_s_pods_are_listed_and_no_others() {
        var web = run(WEB);
        runElsewhere(DB);
        assertEquals(List.of(web), listed());
    }

    @Test
    default void a_node_without_pods_has_a_complete_list_of_none() {
        runElsewhere(WEB);
        assertEquals(List.of(), listed());
    }

    @Test
    default void a_later_list_shows_what_has_changed_and_has_a_higher_version() {
        run(WEB);
        var before = census();
        var db = run(DB);
        end(WEB);
        assertEquals(List.of(db), listed());
        assertTrue(before.version() < census().version(), () -> before + " and " + census());
    }

    @Test
    default void who_cannot_ask_does_not_say_that_a_pod_is_absent_nor_that_there_is_none() {
        var web = run(WEB);
        cutOff();
        assertFalse(pods().find(WEB) instanceof PodLookup.Absent);
        assertInstanceOf(PodCensus.Unreadable.class, pods().census());
        reconnect();
        assertEquals(new PodLookup.Found(web), pods().find(WEB));
        assertEquals(List.of(web), listed());
    }

    private PodCensus.Complete census() {
        return assertInstanceOf(PodCensus.Complete.class, pods().census());
    }

    private List<PodFacts> listed() {
        return census().pods().stream().map(ListedPod::facts).toList();
    }
}
