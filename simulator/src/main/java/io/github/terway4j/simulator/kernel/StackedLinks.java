package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/** How links come that stand on others. */
final class StackedLinks {
    private StackedLinks() {}

    /** What stands in its way; empty once it is there. */
    static Optional<String> make(Stack there, LinkName name, Underlay wanted, String alias) {
        var standing = there.device(name);
        if (standing.filter(device -> isOurs(device, wanted, alias)).isPresent()) {
            settle(standing.get(), wanted, alias);
            return Optional.empty();
        }
        if (standing.filter(device -> device.group() != Ownership.RETIRED_GROUP).isPresent()) {
            return Optional.of("another link is called " + name + " in " + there);
        }
        standing.ifPresent(VethPairs::delete);
        if (wanted instanceof Underlay.Tagged(var parent, var id)
                && parent.standing().stream()
                        .anyMatch(device -> device.underlay().equals(wanted))) {
            return Optional.of(parent.name() + " has a link of tag " + id + " elsewhere");
        }
        settle(there.add(name, wanted), wanted, alias);
        return Optional.empty();
    }

    /** A slave that is told not to ask must be up, for coming up it would forget it. */
    private static void settle(Device device, Underlay wanted, String alias) {
        if (wanted instanceof Underlay.Slave(var _, var arp) && arp == Arp.OFF) {
            device.stack().turnUp(device);
        }
        device.stand(wanted);
        device.mark(alias);
        device.join(0);
    }

    private static boolean isOurs(Device device, Underlay wanted, String alias) {
        return sameBut(device.underlay(), wanted)
                && (device.alias().equals(alias) || device.alias().isEmpty());
    }

    /** Whether a slave asks for neighbours can still be changed. */
    private static boolean sameBut(Underlay one, Underlay other) {
        return (one instanceof Underlay.Slave(var parent, var _) && other instanceof Underlay.Slave(var same, var _))
                ? parent == same
                : one.equals(other);
    }
}
