package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.domain.vswitch.Birthplaces;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** What we last heard of the vSwitches, so that not every pass asks. Asked by the pool's loop alone, and told by its calls. */
public final class VSwitchShelf {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final CloudNetwork cloud;
    private final Node node;
    private final PoolMemory memory;
    private final RandomGenerator random;
    private final Map<VSwitchId, VSwitch> known = new TreeMap<>();
    private final Set<VSwitchId> asked = new TreeSet<>();
    private Optional<Fault> unread = Optional.empty();
    private volatile Instant heard = Instant.EPOCH;

    public VSwitchShelf(CloudNetwork cloud, Node node, PoolMemory memory, RandomGenerator random) {
        // Asked so seldom that it may always go first: a pod may be waiting for what it says.
        this.cloud = cloud.at(Urgency.WAITING_POD);
        this.node = node;
        this.memory = memory;
        this.random = random;
    }

    /** Where the next ENI may be born, best first, and why not elsewhere. */
    Birthplaces birthplaces(Instant now) {
        refresh(node.vSwitches(), now);
        return Birthplaces.of(
                        node.vSwitches(),
                        known.values(),
                        node.facts().zone(),
                        node.families(),
                        memory.health().vSwitches(),
                        now)
                .ordered(node.vSwitchChoice(), random);
    }

    Optional<VSwitch> find(VSwitchId id, Instant now) {
        refresh(List.of(id), now);
        return find(id);
    }

    /** Why the cloud did not describe the vSwitches when it was last asked; empty when it did. */
    Optional<Fault> unread() {
        return unread;
    }

    /** An address came back there: if there was none by what we have heard, we ask anew. */
    void addressFreed(VSwitchId id) {
        if (find(id).filter(vSwitch -> vSwitch.freeAddresses() == 0).isPresent()) {
            heard = Instant.EPOCH;
        }
    }

    /** As they were once described; not asked for until {@link #doubt}. */
    void recall(Collection<VSwitch> remembered, Instant now) {
        remembered.forEach(vSwitch -> {
            known.put(vSwitch.id(), vSwitch);
            asked.add(vSwitch.id());
        });
        heard = now;
    }

    /** What is known may have changed: whoever asks next has the cloud asked. */
    void doubt() {
        heard = Instant.EPOCH;
    }

    /** Those of these that have been described. */
    List<VSwitch> known(Collection<VSwitchId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    private Optional<VSwitch> find(VSwitchId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Of what was heard later than now, because the clock was set back, nobody knows how old it is. */
    private boolean isFresh(Instant now) {
        return !now.isBefore(heard) && now.isBefore(heard.plus(FRESH));
    }

    private void refresh(Collection<VSwitchId> wanted, Instant now) {
        // One that was asked for and not described does not exist, and is not asked for in every pass.
        if (asked.containsAll(wanted) && isFresh(now)) {
            return;
        }
        asked.addAll(wanted);
        switch (cloud.vSwitches(List.copyOf(asked))) {
            case CloudOutcome.Done<List<VSwitch>>(var described) -> {
                known.clear();
                described.forEach(vSwitch -> known.put(vSwitch.id(), vSwitch));
                heard = now;
                unread = Optional.empty();
            }
            case CloudOutcome<List<VSwitch>> failed -> {
                heard = Instant.EPOCH;
                unread = Optional.of(new Fault.Outside("the cloud did not describe the vSwitches: " + failed.words()));
            }
        }
    }
}
