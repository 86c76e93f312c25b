package io.github.terway4j.domain.vswitch;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why no ENI can be born in a vSwitch that the operator listed. */
public sealed interface Unfit {
    VSwitchId vSwitch();

    String words();

    /** The cloud knows no such vSwitch. */
    record Absent(VSwitchId vSwitch) implements Unfit {
        @Override
        public String words() {
            return vSwitch + " does not exist";
        }
    }

    /** An ENI must be in its instance's zone. */
    record Elsewhere(VSwitchId vSwitch, Zone zone) implements Unfit {
        @Override
        public String words() {
            return "%s is in another zone, %s".formatted(vSwitch, zone);
        }
    }

    /** Pods get addresses of families of which this one has no block. */
    record Lacking(VSwitchId vSwitch, Zone zone, List<IpFamily> families) implements Unfit {
        public Lacking {
            families = List.copyOf(families);
        }

        @Override
        public String words() {
            var names = families.stream().map(family -> "IP" + family.name().toLowerCase(Locale.ROOT));
            return "%s in %s has no %s block".formatted(vSwitch, zone, names.collect(Collectors.joining(" and no ")));
        }
    }

    /** By the cloud's count, or because it refused when it was last asked. */
    record Exhausted(VSwitchId vSwitch, Zone zone) implements Unfit {
        @Override
        public String words() {
            return "%s in %s has no free address".formatted(vSwitch, zone);
        }
    }
}
