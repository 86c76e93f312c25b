package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Watch;
import io.github.terway4j.simulator.ledger.DiskListener;

/** Tells a watch what becomes of a node's ledger. */
record DiskNews(String node, Watch watch) implements DiskListener {
    @Override
    public void written(Lease lease) {
        watch.hear(new Change.LeaseWritten(node, lease));
    }

    @Override
    public void erased(Lease lease) {
        watch.hear(new Change.LeaseErased(node, lease));
    }
}
