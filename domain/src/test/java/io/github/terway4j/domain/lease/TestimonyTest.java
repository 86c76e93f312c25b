package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.ENI_A;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static io.github.terway4j.domain.lease.Sandboxes.ips;
import static io.github.terway4j.domain.lease.Sandboxes.pod;
import static io.github.terway4j.domain.lease.Sandboxes.sandbox;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.datapath.VethNames;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pod default/web, of uid-1, holds a lease in its sandbox. */
class TestimonyTest {
    private static final AttachmentKey KEY = sandbox("sandbox-1");
    private static final Lease LEASE =
            new Lease(KEY, pod("web"), ENI_A, DualStack.ofIps(ips("10.0.1.1")), NOON, "uid-1", Workload.NONE);
    private static final FoundAttachment LINK =
            new FoundAttachment(KEY, VethNames.hostEnd(pod("web"), KEY.interfaceName()), ips("10.0.1.1"));

    private static ListedPod listed(String name, String uid, PodPhase phase) {
        return new ListedPod(new PodFacts(pod(name), uid, BandwidthLimit.NONE), phase, false, false);
    }

    /** What the cluster lists, and whether that says that the pod is gone. */
    private record Cluster(List<ListedPod> pods, boolean misses) {}

    private static final Cluster LISTS_IT = new Cluster(List.of(listed("web", "uid-1", PodPhase.RUNNING)), false);
    private static final Cluster LISTS_ANOTHER_OF_ITS_NAME =
            new Cluster(List.of(listed("web", "uid-2", PodPhase.RUNNING)), true);
    private static final Cluster SAYS_THAT_IT_FAILED =
            new Cluster(List.of(listed("web", "uid-1", PodPhase.FAILED)), true);
    private static final Cluster DOES_NOT_LIST_IT = new Cluster(List.of(listed("db", "uid-3", PodPhase.RUNNING)), true);
    private static final List<Cluster> ALL =
            List.of(LISTS_IT, LISTS_ANOTHER_OF_ITS_NAME, SAYS_THAT_IT_FAILED, DOES_NOT_LIST_IT);

    @Test
    void a_lease_is_suspected_if_the_cluster_and_somebody_on_the_node_say_that_its_pod_is_gone() {
        for (var cluster : ALL) {
            for (var stands : List.of(true, false)) {
                for (var denied : List.of(true, false)) {
                    var testimony = new Testimony(
                            cluster.pods, stands ? List.of(LINK) : List.of(), denied ? List.of(KEY) : List.of());
                    var suspected = cluster.misses && (!stands || denied);
                    assertEquals(
                            suspected ? List.of(KEY) : List.of(),
                            testimony.suspects(List.of(LEASE), List.of()),
                            () -> "cluster %s, link stands %s, runtime denies it %s"
                                    .formatted(cluster, stands, denied));
                }
            }
        }
    }

    @Test
    void of_a_lease_without_a_uid_the_name_decides() {
        var old = new Lease(KEY, pod("web"), ENI_A, LEASE.addresses(), NOON);
        for (var cluster : ALL) {
            var gone = cluster.misses && !cluster.equals(LISTS_ANOTHER_OF_ITS_NAME);
            assertEquals(
                    gone ? List.of(KEY) : List.of(),
                    new Testimony(cluster.pods, List.of(), List.of()).suspects(List.of(old), List.of()),
                    cluster::toString);
        }
    }

    @Test
    void a_link_without_a_lease_is_suspected_by_the_same_two() {
        var nobody = new Testimony(DOES_NOT_LIST_IT.pods, List.of(LINK), List.of());
        assertEquals(List.of(), nobody.suspects(List.of(), List.of(LINK)), "a pod may speak through it");
        var denied = new Testimony(DOES_NOT_LIST_IT.pods, List.of(LINK), List.of(KEY));
        assertEquals(List.of(KEY), denied.suspects(List.of(), List.of(LINK)));
        var fallen = new Testimony(DOES_NOT_LIST_IT.pods, List.of(), List.of());
        assertEquals(List.of(KEY), fallen.suspects(List.of(), List.of(LINK)));
        var living = new Testimony(LISTS_IT.pods, List.of(LINK), List.of(KEY));
        assertEquals(List.of(), living.suspects(List.of(), List.of(LINK)));
    }

    @Test
    void a_link_with_neither_lease_nor_address_is_suspected_if_the_cluster_knows_no_pod_for_it() {
        var bare = new FoundAttachment(KEY, LINK.hostLink(), List.of());
        var gone = new Testimony(DOES_NOT_LIST_IT.pods, List.of(bare), List.of());
        assertEquals(List.of(KEY), gone.suspects(List.of(), List.of()));
        var living = new Testimony(LISTS_IT.pods, List.of(bare), List.of());
        assertEquals(List.of(), living.suspects(List.of(), List.of()));
    }

    @Test
    void quarantine_ends_for_those_who_are_suspected_twice_in_a_row() {
        var other = sandbox("sandbox-2");
        var quarantine = new Quarantine(List.of(KEY));
        assertEquals(List.of(), Quarantine.EMPTY.confirmed(List.of(KEY)));
        assertEquals(List.of(KEY), quarantine.confirmed(List.of(KEY, other)));
        assertEquals(List.of(), quarantine.confirmed(List.of(other)));
    }
}
