package io.github.terway4j.simulator.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The settings of one link and family, or those under the names {@code all} and {@code default}. */
final class LinkSettings {
    private final Map<Setting, Integer> values = new EnumMap<>(Setting.class);
    private final Set<Setting> explicit = EnumSet.noneOf(Setting.class);

    /** A new link begins as a copy of {@code default}, down to what counts as set by hand. */
    LinkSettings copy() {
        var copy = new LinkSettings();
        copy.values.putAll(values);
        copy.explicit.addAll(explicit);
        return copy;
    }

    int get(Setting setting) {
        return values.getOrDefault(setting, setting.compiled());
    }

    void set(Setting setting, int value) {
        values.put(setting, value);
    }

    void setByHand(Setting setting, int value) {
        set(setting, value);
        explicit.add(setting);
    }

    /** What {@code default} says from now on no longer counts here. */
    void settle() {
        explicit.addAll(EnumSet.allOf(Setting.class));
    }

    void follow(Setting setting, int value) {
        if (!explicit.contains(setting)) {
            set(setting, value);
        }
    }
}
