package io.github.terway4j.adapters.metrics;

import java.util.List;

/** Everything that can be read, in the order of the manual. */
public enum Metric {
    RPC_LATENCY(
            "terway_rpc_latency",
            Type.HISTOGRAM,
            "ms",
            "ADD (AllocIP) and DEL (ReleaseIP) by Terway's name",
            "rpc_api",
            "error"),
    OPENAPI_LATENCY(
            "aliyun_openapi_latency", Type.HISTOGRAM, "ms", "calls to the cloud by Terway's name", "api", "error"),
    METADATA_LATENCY(
            "aliyun_metadata_latency",
            Type.HISTOGRAM,
            "ms",
            "requests to the instance's metadata service",
            "url",
            "error"),
    RATE_LIMITER_LATENCY(
            "rate_limiter_latency", Type.HISTOGRAM, "ms", "how long calls to the cloud waited for their turn", "api"),
    POOL_TOTAL("terway_resource_pool_total_count", Type.GAUGE, "addresses", "addresses in the pool", "type", "ipStack"),
    POOL_IDLE(
            "terway_resource_pool_idle_count",
            Type.GAUGE,
            "addresses",
            "those of them that nobody holds",
            "type",
            "ipStack"),
    POOL_DISPOSED(
            "terway_resource_pool_disposed_count",
            // It only rises; but to a counter the text form adds "_total", and then it would be another name.
            Type.GAUGE,
            "addresses",
            "addresses given back to the cloud",
            "type",
            "ipStack"),
    FACTORY_ENIS("terway_eniip_factory_eni_count", Type.GAUGE, "ENIs", "ENIs that serve pods", "name", "max_eni"),
    FACTORY_ADDRESSES(
            "terway_eniip_factory_ip_count",
            Type.GAUGE,
            "addresses",
            "IPv4 addresses of an ENI",
            "name",
            "eni",
            "max_ip"),
    GC_COUNT("gc_count_total", Type.COUNTER, "rounds", "rounds of the pool", "node"),
    SYNC_COUNT(
            "sync_openapi_count_total", Type.COUNTER, "looks", "times that the cloud said which ENIs we hold", "node"),

    READY("terway4j_ready", Type.GAUGE, "0 or 1", "whether the agent could serve a pod now"),
    CONDITION("terway4j_node_condition", Type.GAUGE, "0 or 1", "what the agent last said of its node", "condition"),
    DEGRADATION("terway4j_degradation", Type.GAUGE, "0 or 1", "how much is asked of the cloud", "level"),
    ATTACH("terway4j_attach_seconds", Type.HISTOGRAM, "seconds", "ADD, by how it ended", "outcome"),
    DETACH("terway4j_detach_seconds", Type.HISTOGRAM, "seconds", "DEL, by how it ended", "outcome"),
    WAITING("terway4j_waiting_pods", Type.GAUGE, "pods", "pods that wait for an address", "pool"),
    ADDRESSES("terway4j_addresses", Type.GAUGE, "addresses", "addresses in stock", "pool", "family", "standing"),
    ENIS("terway4j_enis", Type.GAUGE, "ENIs", "ENIs with addresses in stock", "pool"),
    MOST_ENIS("terway4j_enis_allowed", Type.GAUGE, "ENIs", "what the instance and the operator allow", "pool"),
    MOST_ADDRESSES(
            "terway4j_addresses_allowed",
            Type.GAUGE,
            "addresses",
            "pods that the pool could serve if it were full",
            "pool"),
    LEASES("terway4j_leases", Type.GAUGE, "leases", "sandboxes that have their addresses from us"),
    CALLS(
            "terway4j_cloud_calls_total",
            Type.COUNTER,
            "calls",
            "calls to the cloud, by how they ended",
            "api",
            "outcome"),
    CALL_TIME("terway4j_cloud_call_seconds", Type.HISTOGRAM, "seconds", "calls to the cloud", "api"),
    PUT_OFF(
            "terway4j_cloud_put_off_total",
            Type.COUNTER,
            "calls",
            "calls that were not made since our own budget had no turn for them",
            "api"),
    OPEN_CALLS("terway4j_cloud_open_calls", Type.GAUGE, "calls", "calls in the journal, whose end is not known"),
    LOOKS(
            "terway4j_cloud_looks_total",
            Type.COUNTER,
            "looks",
            "times that the cloud was asked which ENIs we hold",
            "outcome"),
    SIGNED("terway4j_credentials_total", Type.COUNTER, "times", "times that credentials were needed", "outcome"),
    HEARD("terway4j_cluster_silence_seconds", Type.GAUGE, "seconds", "since the cluster last told of the node's pods"),
    ROUNDS("terway4j_round_seconds", Type.HISTOGRAM, "seconds", "rounds of the loops", "loop"),
    STUMBLED("terway4j_stumbled_total", Type.COUNTER, "rounds", "rounds that a mistake of ours ended", "loop"),
    STUCK("terway4j_stuck_loops", Type.GAUGE, "loops", "loops that have given no sign of life for too long"),
    SWEPT("terway4j_swept_total", Type.COUNTER, "things", "leaks that were found and ended", "kind"),
    KERNEL("terway4j_kernel_seconds", Type.HISTOGRAM, "seconds", "what the kernel was asked for", "deed", "outcome");

    /** How it is counted. */
    public enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM
    }

    private static final String SEPARATOR = ",";

    private final String text;
    private final Type type;
    private final String unit;
    private final String help;
    private final String labels;

    Metric(String text, Type type, String unit, String help, String... labels) {
        this.text = text;
        this.type = type;
        this.unit = unit;
        this.help = help;
        this.labels = String.join(SEPARATOR, labels);
    }

    /** Its name. */
    public String text() {
        return text;
    }

    public Type type() {
        return type;
    }

    public String unit() {
        return unit;
    }

    public String help() {
        return help;
    }

    public List<String> labels() {
        return labels.isEmpty() ? List.of() : List.of(labels.split(SEPARATOR, -1));
    }
}
