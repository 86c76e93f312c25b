package io.github.terway4j.simulator.quirk;

/** The two codes by which the cloud says that a vSwitch has no address left. */
public enum ExhaustionCode {
    IP_NOT_ENOUGH("InvalidVSwitchId.IpNotEnough"),
    QUOTA_EXCEEDED("QuotaExceeded.PrivateIpAddress");

    private final String code;

    ExhaustionCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
