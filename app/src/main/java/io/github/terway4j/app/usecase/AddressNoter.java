package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.out.PodNotes;

/** Writes on each pod which addresses it has got; of several interfaces, those of the first. */
public final class AddressNoter implements AttachPod {
    private static final LinkName FIRST = new LinkName("eth0");

    private final AttachPod attaching;
    private final PodNotes notes;

    public AddressNoter(AttachPod attaching, PodNotes notes) {
        this.attaching = attaching;
        this.notes = notes;
    }

    @Override
    public AttachOutcome attach(AttachRequest request) {
        var outcome = attaching.attach(request);
        if (outcome instanceof AttachOutcome.Attached(var network)
                && request.key().interfaceName().equals(FIRST)) {
            notes.addresses(request.pod(), network.addresses().map(InterfaceAddress::ip));
        }
        return outcome;
    }
}
