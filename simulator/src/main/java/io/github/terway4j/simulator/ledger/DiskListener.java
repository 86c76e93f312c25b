package io.github.terway4j.simulator.ledger;

import io.github.terway4j.domain.lease.Lease;

/** Hears of every change of a disk, when it has taken effect. */
public interface DiskListener {
    DiskListener NOBODY = new DiskListener() {
        @Override
        public void written(Lease lease) {}

        @Override
        public void erased(Lease lease) {}
    };

    void written(Lease lease);

    /** A lease that was there is no more. */
    void erased(Lease lease);
}
