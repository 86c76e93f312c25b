package io.github.terway4j.simulator.hostfiles;

import io.github.terway4j.ports.HostFilesContract;
import io.github.terway4j.ports.out.HostFiles;

class SimulatedHostFilesTest implements HostFilesContract {
    private final HostFiles files = new SimulatedHostFiles();

    @Override
    public HostFiles files() {
        return files;
    }
}
