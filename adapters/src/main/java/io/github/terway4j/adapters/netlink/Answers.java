package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.EnumSet;
import java.util.Set;

/** What the kernel's answers mean for a step, told apart by errno alone. */
final class Answers {
    static final KernelOutcome DONE = new KernelOutcome.Applied();

    /** How removing something that is not there is answered; the last two by a link and a kernel without that address family. */
    private static final Set<Errno> ABSENT =
            EnumSet.of(Errno.ENOENT, Errno.ESRCH, Errno.ENODEV, Errno.EADDRNOTAVAIL, Errno.ENXIO, Errno.EAFNOSUPPORT);

    private Answers() {}

    static KernelOutcome toMaking(KernelStep step, Ack ack) {
        return ack.done() ? DONE : new KernelOutcome.Refused(step, ack.words());
    }

    /** What exists already was the aim. */
    static KernelOutcome toMakingOnce(KernelStep step, Ack ack) {
        return ack.is(Errno.EEXIST) ? DONE : toMaking(step, ack);
    }

    static KernelOutcome toRemoving(KernelStep step, Ack ack) {
        return absent(ack.errno()) ? DONE : toMaking(step, ack);
    }

    static boolean absent(int errno) {
        return Errno.of(errno).filter(ABSENT::contains).isPresent();
    }
}
