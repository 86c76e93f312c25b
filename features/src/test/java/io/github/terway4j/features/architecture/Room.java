package io.github.terway4j.features.architecture;

/** Every room that a rule names. Each must be lived in: a rule about an empty room can never fail. */
enum Room {
    DOMAIN("domain"),
    PORTS("ports"),
    SIMULATOR("simulator"),
    METADATA_SERVICE("simulator.metadata"),
    WIRE("simulator.openapi.wire"),
    SCENE("simulator.scene"),
    ADAPTERS("adapters"),
    ALIYUN("adapters.aliyun"),
    CREDENTIAL("adapters.credential"),
    HTTP("adapters.http"),
    JSON("adapters.json"),
    KUBELET("adapters.kubelet"),
    KUBERNETES("adapters.kubernetes"),
    METRICS("adapters.metrics"),
    NETLINK("adapters.nlmsg"),
    SYSCALL("adapters.syscall"),
    APP("app"),
    USECASES("app.usecase"),
    BENCH("app.bench"),
    CONFIG("app.config"),
    AGENT("app.agent"),
    FLEET("app.fleet"),
    STAGE("app.stage"),
    SIMULATE("app.simulate"),
    THROUGHPUT("app.throughput"),
    CLI("app.cli"),
    WIRING("app.wiring");

    private final String path;

    Room(String path) {
        this.path = path;
    }

    /** Its package below the root. */
    String path() {
        return path;
    }
}
