package io.github.terway4j.ports.out;

/** Why something is told; the texts are part of what operators' tools look for. */
public enum EventReason {
    ALLOC_IP_SUCCEED("AllocIPSucceed", false),
    ALLOC_IP_FAILED("AllocIPFailed", true),
    CREATE_ENI_SUCCEED("CreateENISucceed", false),
    CREATE_ENI_FAILED("CreateENIFailed", true),
    ATTACH_ENI_SUCCEED("AttachENISucceed", false),
    ATTACH_ENI_FAILED("AttachENIFailed", true),
    DETACH_ENI_SUCCEED("DetachENISucceed", false),
    DETACH_ENI_FAILED("DetachENIFailed", true),
    DELETE_ENI_SUCCEED("DeleteENISucceed", false),
    DELETE_ENI_FAILED("DeleteENIFailed", true),
    CONFIG_CHECK("ConfigCheck", true),
    /** Of a configuration that is refused as a whole. */
    CONFIG_ERROR("ConfigError", true),
    RESOURCE_INVALID("ResourceInvalid", true),
    VIRTUAL_MODE_CHANGED("VirtualModeChanged", true),
    /** Of what stands on a pod. */
    PARSE_FAILED("ParseFailed", true),
    BANDWIDTH_CHANGED("BandwidthChanged", false),
    /** A limit that somebody wants and that is not held. */
    BANDWIDTH_NOT_HELD("BandwidthNotHeld", true);

    private final String text;
    private final boolean warning;

    EventReason(String text, boolean warning) {
        this.text = text;
        this.warning = warning;
    }

    public String text() {
        return text;
    }

    public boolean warning() {
        return warning;
    }
}
