package io.github.terway4j.app.metadata;

import io.github.terway4j.simulator.metadata.MetadataMode;

class NormalMetadataContract implements MetadataOverTheWire {
    private final TwoInstances cloud = new TwoInstances(MetadataMode.NORMAL);

    @Override
    public TwoInstances cloud() {
        return cloud;
    }
}
