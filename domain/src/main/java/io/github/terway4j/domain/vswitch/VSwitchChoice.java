package io.github.terway4j.domain.vswitch;

import io.github.terway4j.domain.eni.VSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** In which order vSwitches are tried (configuration key {@code vswitch_selection_policy}). */
public enum VSwitchChoice {
    /** As the operator listed them. */
    ORDERED,
    /** Any; spreads nodes over the vSwitches. */
    RANDOM,
    /** The one with most free addresses first. */
    MOST;

    public List<VSwitch> order(List<VSwitch> vSwitches, RandomGenerator random) {
        var ordered = new ArrayList<>(vSwitches);
        switch (this) {
            case ORDERED -> {}
            case RANDOM -> Collections.shuffle(ordered, java.util.Random.from(random));
            case MOST ->
                ordered.sort(Comparator.comparingInt(VSwitch::freeAddresses).reversed());
        }
        return ordered;
    }
}
