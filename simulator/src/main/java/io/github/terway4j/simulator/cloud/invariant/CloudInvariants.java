package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.simulator.cloud.SimulatedCloud;
import java.util.ArrayList;
import java.util.List;

/** A sentence for each thing that must not be. */
public final class CloudInvariants {
    private CloudInvariants() {}

    public static List<String> violations(SimulatedCloud cloud) {
        var found = new ArrayList<>(violations(Census.of(cloud)));
        found.addAll(Bookkeeping.violations(cloud));
        return found;
    }

    static List<String> violations(Census census) {
        var found = new ArrayList<String>();
        found.addAll(Addresses.violations(census));
        found.addAll(Attachments.violations(census));
        found.addAll(Limits.violations(census));
        found.addAll(Groups.violations(census));
        return found;
    }
}
