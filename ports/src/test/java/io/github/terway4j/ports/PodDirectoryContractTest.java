package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class PodDirectoryContractTest {
    @Test
    void who_keeps_all_promises_breaks_none() {
        assertEquals(Set.of(), brokenBy(Honest.class));
    }

    @Test
    void who_sees_the_whole_cluster_is_found_out() {
        assertEquals(
                Set.of(
                        "a_pod_of_another_node_is_absent()",
                        "the_node_s_pods_are_listed_and_no_others()",
                        "a_node_without_pods_has_a_complete_list_of_none()"),
                brokenBy(SeesEverybody.class));
    }

    @Test
    void who_takes_silence_for_no_is_found_out() {
        assertEquals(
                Set.of("who_cannot_ask_does_not_say_that_a_pod_is_absent_nor_that_there_is_none()"),
                brokenBy(TakesSilenceForNo.class));
    }

    @Test
    void who_remembers_the_first_list_is_found_out() {
        assertEquals(
                Set.of(
                        "a_later_list_shows_what_has_changed_and_has_a_higher_version()",
                        "who_cannot_ask_does_not_say_that_a_pod_is_absent_nor_that_there_is_none()"),
                brokenBy(RemembersTheFirstList.class));
    }

    /** A cluster in a few lines; each keeper makes one mistake with it. */
    abstract static class Keeper implements PodDirectoryContract, PodDirectory {
        private final Map<PodRef, PodFacts> here = new TreeMap<>();
        private final Map<PodRef, PodFacts> elsewhere = new TreeMap<>();
        private long version;
        private boolean away;

        @Override
        public PodDirectory pods() {
            return this;
        }

        @Override
        public PodFacts run(PodRef pod) {
            return run(pod, here);
        }

        @Override
        public PodFacts runElsewhere(PodRef pod) {
            return run(pod, elsewhere);
        }

        private PodFacts run(PodRef pod, Map<PodRef, PodFacts> where) {
            var facts = new PodFacts(pod, "uid-" + ++version, BandwidthLimit.NONE);
            where.put(pod, facts);
            return facts;
        }

        @Override
        public void end(PodRef pod) {
            version++;
            here.remove(pod);
        }

        @Override
        public void cutOff() {
            away = true;
        }

        @Override
        public void reconnect() {
            away = false;
        }

        Map<PodRef, PodFacts> seen() {
            return here;
        }

        PodLookup silence() {
            return new PodLookup.Unreadable("no answer");
        }

        @Override
        public PodLookup find(PodRef pod) {
            return away
                    ? silence()
                    : Optional.ofNullable(seen().get(pod))
                            .<PodLookup>map(PodLookup.Found::new)
                            .orElseGet(PodLookup.Absent::new);
        }

        @Override
        public PodCensus census() {
            return away
                    ? new PodCensus.Unreadable("no answer")
                    : new PodCensus.Complete(
                            version,
                            seen().values().stream()
                                    .map(facts -> new ListedPod(facts, PodPhase.RUNNING, false, false))
                                    .toList());
        }
    }

    static final class Honest extends Keeper {}

    static final class SeesEverybody extends Keeper {
        @Override
        Map<PodRef, PodFacts> seen() {
            var all = new TreeMap<>(super.here);
            all.putAll(super.elsewhere);
            return all;
        }
    }

    static final class TakesSilenceForNo extends Keeper {
        @Override
        PodLookup silence() {
            return new PodLookup.Absent();
        }
    }

    static final class RemembersTheFirstList extends Keeper {
        private Optional<PodCensus> first = Optional.empty();

        @Override
        public PodCensus census() {
            var list = first.orElseGet(super::census);
            first = Optional.of(list);
            return list;
        }
    }
}
