package io.github.terway4j.app.metadata;

import io.github.terway4j.simulator.metadata.MetadataMode;

class TokenlessMetadataContract implements MetadataOverTheWire {
    private final TwoInstances cloud = new TwoInstances(MetadataMode.TOKENLESS);

    @Override
    public TwoInstances cloud() {
        return cloud;
    }
}
