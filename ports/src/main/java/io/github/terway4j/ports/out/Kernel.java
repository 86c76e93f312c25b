package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Sought;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The kernel's network configuration. */
public interface Kernel {
    /**
     * Applies the steps in order and stops at the first that is refused; those before it stay. A step whose end is
     * already reached counts as done.
     */
    KernelOutcome apply(List<KernelStep> steps);

    /**
     * Looks at a whole namespace, and at these settings in it; a setting that does not exist is left out. A dump that
     * the kernel marks as interrupted is read again.
     */
    Observation observe(NetNs ns, Collection<String> sysctlKeys);

    /**
     * Looks for these things and no others. It says what {@link #observe} would say of them ({@link Sought#in}); whoever can
     * ask for less than everything, does.
     */
    default Observation glance(Sought sought) {
        return switch (observe(sought.ns(), sought.sysctlKeys())) {
            case Observation.Seen(var whole) -> new Observation.Seen(sought.in(whole));
            case Observation.NoSuchNamespace none -> none;
            case Observation.Unreadable unread -> unread;
        };
    }

    /**
     * Links with a mark of ours ({@link io.github.terway4j.domain.datapath.FarMark}) that were made from this namespace in
     * others and stand on links of it, each as it is seen in its own; the order is that of their marks. Empty where that
     * cannot be read, which is not the same as none.
     */
    Optional<List<Link>> beyond(NetNs ns);

    /** Whether it can make links of that kind at all. */
    boolean knows(LinkKind kind, NetNs ns);

    /** Whether its filters can push and pop the tags of VLANs. */
    boolean knowsTags(NetNs ns);
}
