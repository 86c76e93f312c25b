package io.github.terway4j.app.stage;

/** How the agents of a stage reach its cloud. */
public enum CloudAccess {
    /** As a port, without any protocol of the cloud's. */
    MEMORY,
    /** By the cloud's own protocols over HTTP, with the vendor's SDK and with credentials of the instance's role. */
    HTTP
}
