package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.AttachRequest;
import java.util.concurrent.Semaphore;

/** Attaches so many sandboxes at once and sends others away, so that those which wait leave room for a DEL. */
final class BoundedAttaching implements AttachPod {
    private final AttachPod attaching;
    private final int most;
    private final Semaphore room;

    BoundedAttaching(AttachPod attaching, int most) {
        this.attaching = attaching;
        this.most = most;
        this.room = new Semaphore(most);
    }

    @Override
    public AttachOutcome attach(AttachRequest request) {
        if (!room.tryAcquire()) {
            return new AttachOutcome.NotAttached(
                    new Fault.Capacity("%d other sandboxes are being attached".formatted(most)));
        }
        try {
            return attaching.attach(request);
        } finally {
            room.release();
        }
    }
}
