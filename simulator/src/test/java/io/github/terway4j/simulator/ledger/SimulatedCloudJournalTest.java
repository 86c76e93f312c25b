package io.github.terway4j.simulator.ledger;

import io.github.terway4j.ports.CloudJournalContract;
import io.github.terway4j.ports.out.CloudJournal;

class SimulatedCloudJournalTest implements CloudJournalContract {
    private final SimulatedDisk disk = new SimulatedDisk();

    @Override
    public CloudJournal open() {
        return new SimulatedCloudJournal(disk, WayToDisk.direct());
    }
}
