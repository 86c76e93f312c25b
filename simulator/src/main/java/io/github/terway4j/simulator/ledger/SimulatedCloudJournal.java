package io.github.terway4j.simulator.ledger;

import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.util.List;

/** The journal of one life of an agent; its next life opens another one on the same disk. */
public final class SimulatedCloudJournal implements CloudJournal {
    private final SimulatedDisk disk;
    private final WayToDisk way;

    public SimulatedCloudJournal(SimulatedDisk disk, WayToDisk way) {
        this.disk = disk;
        this.way = way;
    }

    @Override
    public LedgerOutcome intend(CloudIntent intent) {
        return way.through("intend " + intent.deed(), () -> {
            disk.write(intent);
            return new LedgerOutcome.Written();
        });
    }

    @Override
    public LedgerOutcome settle(ClientToken token) {
        return way.through("settle " + token.text(), () -> {
            disk.erase(token);
            return new LedgerOutcome.Written();
        });
    }

    @Override
    public List<CloudIntent> open() {
        return disk.intents();
    }
}
