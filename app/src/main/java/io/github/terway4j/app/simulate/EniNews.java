package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Watch;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells a watch what has changed among the cloud's ENIs since the last look. */
final class EniNews {
    private final SimulatedCloud cloud;
    private final Watch watch;
    private SortedMap<EniId, CloudEni> seen = new TreeMap<>();
    private long ours;

    EniNews(SimulatedCloud cloud, Watch watch) {
        this.cloud = cloud;
        this.watch = watch;
    }

    /** How many changes were our doing. */
    long ours() {
        return ours;
    }

    /** @param by whose doing it is, if anything has changed */
    void tell(Change.By by) {
        var now = new TreeMap<EniId, CloudEni>();
        cloud.enis().forEach(eni -> now.put(eni.id(), eni));
        var ids = new TreeSet<>(seen.keySet());
        ids.addAll(now.keySet());
        for (var id : ids) {
            var before = Optional.ofNullable(seen.get(id));
            var after = Optional.ofNullable(now.get(id));
            if (!before.equals(after)) {
                watch.hear(new Change.EniChanged(before, after, by));
                ours += by == Change.By.US ? 1 : 0;
            }
        }
        seen = now;
    }
}
