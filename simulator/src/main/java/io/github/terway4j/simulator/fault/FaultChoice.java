package io.github.terway4j.simulator.fault;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Which of the faults whose turn it is strike. */
public sealed interface FaultChoice {
    FaultChoice ALL = new AllBut(List.of());

    boolean strikes(FaultName fault);

    /** Every one that is not named. */
    record AllBut(List<FaultName> named) implements FaultChoice {
        public AllBut {
            named = sorted(named);
        }

        @Override
        public boolean strikes(FaultName fault) {
            return !named.contains(fault);
        }
    }

    /** Those that are named, and no other. */
    record Only(List<FaultName> named) implements FaultChoice {
        public Only {
            named = sorted(named);
        }

        @Override
        public boolean strikes(FaultName fault) {
            return named.contains(fault);
        }
    }

    private static List<FaultName> sorted(Collection<FaultName> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
