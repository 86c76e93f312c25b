package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.metadata.MetadataOptions;
import io.github.terway4j.app.config.CloudEnvironment;
import java.net.URI;

/** Which cloud an agent lives in. */
public sealed interface CloudChoice {
    /** The one of the simulated world, by the world's own socket. */
    record World() implements CloudChoice {}

    /**
     * One that speaks Alibaba Cloud's own protocols: the real one, or one that is served like it.
     *
     * @param metadata where the instance's metadata service is, without the path that is the same everywhere
     */
    record OpenApi(URI metadata, CloudEnvironment environment) implements CloudChoice {
        public OpenApi {
            // Before anything is opened.
            MetadataOptions.of(metadata);
        }
    }
}
