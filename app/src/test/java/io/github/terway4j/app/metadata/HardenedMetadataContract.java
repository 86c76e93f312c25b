package io.github.terway4j.app.metadata;

import io.github.terway4j.simulator.metadata.MetadataMode;

class HardenedMetadataContract implements MetadataOverTheWire {
    private final TwoInstances cloud = new TwoInstances(MetadataMode.HARDENED);

    @Override
    public TwoInstances cloud() {
        return cloud;
    }
}
