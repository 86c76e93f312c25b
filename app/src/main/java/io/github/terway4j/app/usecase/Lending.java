package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.WayHome;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Collection;
import java.util.List;

/** Which ENIs' devices pods have for themselves, by what the book remembers. */
final class Lending {
    private final NodeBook book;
    private final Node node;

    Lending(NodeBook book, Node node) {
        this.book = book;
        this.node = node;
    }

    /** Whether the host need not have the device of this ENI, for a pod has it, or may have it. */
    boolean isLent(Eni eni) {
        return leasesOn(eni.id()).stream().anyMatch(Lending::lends)
                || (lends(eni) && book.ask(LeaseBook::strays).stream().anyMatch(stray -> isOn(eni, stray)));
    }

    /** Whether all pods on the ENI have it as pods get it now: with others of it, it would be shared and lent at once. */
    boolean isOfOneKind(Eni eni) {
        return leasesOn(eni.id()).stream().allMatch(lease -> lends(lease) == lends(eni));
    }

    /** What brings home devices of these ENIs that stand on the host with the mark of a pod of which nobody knows any more. */
    List<KernelStep> homecomings(Collection<Eni> enis, KernelState host) {
        return enis.stream()
                .flatMap(eni -> host.link(eni.mac()).stream())
                .flatMap(link -> Ownership.moved(link.alias()).filter(this::isOver).stream()
                        .<KernelStep>map(wayHome -> new KernelStep.Restore(host.ns(), link.mac(), wayHome)))
                .toList();
    }

    /** Whether the device that stands on the host is about to go to a pod, or waits for the end of one. */
    boolean isSpokenFor(Eni eni, KernelState host) {
        return host.link(eni.mac())
                .flatMap(link -> Ownership.moved(link.alias()))
                .filter(wayHome -> !isOver(wayHome))
                .isPresent();
    }

    private boolean isOver(WayHome wayHome) {
        return !isKnown(wayHome.key());
    }

    private boolean isKnown(AttachmentKey key) {
        return book.ask(leases -> leases.lease(key).isPresent()
                || leases.strays().stream().anyMatch(stray -> stray.key().equals(key)));
    }

    private List<Lease> leasesOn(EniId eni) {
        return book.ask(LeaseBook::leases).stream()
                .filter(lease -> lease.eni().equals(eni))
                .toList();
    }

    /** Whether a pod that comes now gets it as a whole. */
    private boolean lends(Eni eni) {
        return node.datapath(EniWish.servedBy(eni)).lendsDevice();
    }

    private static boolean lends(Lease lease) {
        return lease.datapath().datapath().lendsDevice();
    }

    private static boolean isOn(Eni eni, FoundAttachment stray) {
        return stray.addresses().stream().anyMatch(eni::carries);
    }
}
