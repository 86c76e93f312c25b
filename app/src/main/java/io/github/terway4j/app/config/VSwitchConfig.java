package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where new ENIs are born.
 *
 * @param byZone in the operator's order
 * @param choice which is tried first
 */
public record VSwitchConfig(Map<Zone, List<VSwitchId>> byZone, VSwitchChoice choice) {
    public VSwitchConfig {
        var copy = new TreeMap<Zone, List<VSwitchId>>();
        byZone.forEach((zone, ids) -> copy.put(zone, List.copyOf(ids)));
        byZone = Collections.unmodifiableMap(copy);
    }

    /** Those of a node's zone; none where the node's own vSwitch is to be taken. */
    public List<VSwitchId> in(Zone zone) {
        return byZone.getOrDefault(zone, List.of());
    }
}
