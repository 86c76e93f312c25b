package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodNews;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.SimulatedProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the API server tells a node of its pods. It remembers the last changes; who missed more is told everything. */
public final class PodNewsroom {
    private static final int REMEMBERED = 100;

    private final SimulatedCluster cluster;
    private final String node;
    private final TreeMap<PodRef, PodFacts> present = new TreeMap<>();
    private final TreeMap<Long, PodRef> changes = new TreeMap<>();
    private final Map<SimulatedProcess, Tasks.Signal> readers = new LinkedHashMap<>();
    private Optional<String> cutOff = Optional.empty();
    private long version = 1;

    public PodNewsroom(SimulatedCluster cluster, String node) {
        this.cluster = cluster;
        this.node = node;
        cluster.whenChanged(this::changed);
    }

    /** From now on nothing can be read. */
    public void cutOff(String why) {
        cutOff = Optional.of(why);
        wakeReaders();
    }

    public void reconnect() {
        cutOff = Optional.empty();
        wakeReaders();
    }

    /** Raised whenever there is something to read, as long as the process lives. */
    Tasks.Signal subscribe(SimulatedProcess reader) {
        var signal = reader.tasks().signal("news of pods");
        readers.put(reader, signal);
        return signal;
    }

    boolean hasNewsSince(long seen) {
        return cutOff.isPresent() || version > seen;
    }

    /** What has changed since then, or everything. */
    PodNews since(long seen) {
        if (cutOff.isPresent()) {
            return new PodNews.Unreadable(cutOff.get());
        }
        var oldest = changes.isEmpty() ? version + 1 : changes.firstKey();
        return seen + 1 < oldest
                ? everything()
                : changed(changes.tailMap(seen, false).values().stream()
                        .distinct()
                        .toList());
    }

    PodNews everything() {
        return new PodNews.Listed(version, List.copyOf(present.values()));
    }

    /** The same as if only this had changed. */
    PodNews changed(List<PodRef> pods) {
        var there = new ArrayList<PodFacts>();
        var gone = new ArrayList<PodRef>();
        for (var pod : pods) {
            Optional.ofNullable(present.get(pod)).ifPresentOrElse(there::add, () -> gone.add(pod));
        }
        return new PodNews.Changed(version, there, gone);
    }

    private void changed(PodRef pod) {
        var now =
                cluster.find(pod).filter(running -> running.node().equals(node)).map(RunningPod::facts);
        if (!now.equals(Optional.ofNullable(present.get(pod)))) {
            now.ifPresentOrElse(facts -> present.put(pod, facts), () -> present.remove(pod));
            changes.put(++version, pod);
            if (changes.size() > REMEMBERED) {
                changes.pollFirstEntry();
            }
            wakeReaders();
        }
    }

    private void wakeReaders() {
        readers.keySet().removeIf(reader -> !reader.alive());
        readers.values().forEach(Tasks.Signal::raise);
    }
}
