package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.Optional;

/** How links come that stand on others. */
final class StackedLinks {
    private StackedLinks() {}

    /** What stands against it; empty once it is there. */
    static Optional<KernelOutcome> make(Stack there, LinkName name, Underlay wanted, String alias, KernelStep step) {
        var standing = there.device(name);
        if (standing.filter(device -> isOurs(device, wanted, alias)).isPresent()) {
            settle(standing.get(), wanted, alias);
            return Optional.empty();
        }
        if (standing.filter(device -> device.group() != Ownership.RETIRED_GROUP).isPresent()) {
            return occupied(step, "another link is called " + name + " in " + there);
        }
        standing.ifPresent(VethPairs::delete);
        if (wanted instanceof Underlay.Tagged(var parent, var id)
                && parent.standing().stream()
                        .anyMatch(device -> device.underlay().equals(wanted))) {
            return occupied(step, parent.name() + " has a link of tag " + id + " elsewhere");
        }
        if (wanted instanceof Underlay.Tagged(var parent, var _) && parent.underlay() instanceof Underlay.Slave) {
            return Optional.of(
                    new KernelOutcome.Refused(step, "Operation not supported: " + parent.name() + " takes no tags"));
        }
        var underlay = onParentsParent(wanted);
        var from = wanted.standsOn().orElseThrow().stack();
        settle(there.add(name, underlay, from), underlay, alias);
        return Optional.empty();
    }

    /** A slave of a slave stands on what that one stands on (ipvlan_link_new). */
    private static Underlay onParentsParent(Underlay wanted) {
        return wanted instanceof Underlay.Slave(var slave, var _)
                        && slave.underlay() instanceof Underlay.Slave(var parent, var _)
                ? wanted.on(parent)
                : wanted;
    }

    private static Optional<KernelOutcome> occupied(KernelStep step, String words) {
        return Optional.of(new KernelOutcome.Occupied(step, words));
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
