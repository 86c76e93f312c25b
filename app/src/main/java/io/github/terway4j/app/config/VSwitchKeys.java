package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that say where ENIs are born. */
final class VSwitchKeys {
    private VSwitchKeys() {}

    static VSwitchConfig read(KeyReader keys) {
        var ids = Composites.list(Shapes.text(VSwitchId::new, "the id of a vSwitch"));
        var byZone = new LinkedHashMap<Zone, List<VSwitchId>>();
        keys.read("vswitches", Composites.map("zone", ids), Map.<String, List<VSwitchId>>of())
                .forEach((zone, list) ->
                        byZone.put(new Zone(zone), list.stream().distinct().toList()));
        return new VSwitchConfig(
                byZone, keys.read("vswitch_selection_policy", Shapes.choice(choices()), VSwitchChoice.RANDOM));
    }

    /** Terway takes "ordered" for the one with most addresses; here it is what it says, and "most" is the other. */
    private static Map<String, VSwitchChoice> choices() {
        var choices = new LinkedHashMap<String, VSwitchChoice>();
        choices.put("ordered", VSwitchChoice.ORDERED);
        choices.put("random", VSwitchChoice.RANDOM);
        choices.put("most", VSwitchChoice.MOST);
        return choices;
    }
}
