package io.github.terway4j.domain.eni;

/** What an ENI of a node is made for. */
public enum EniUse {
    /** Its addresses go to pods. */
    SHARED(EniKind.SECONDARY, TrafficMode.STANDARD),
    /** The same, and members can ride on it. */
    TRUNK(EniKind.TRUNK, TrafficMode.STANDARD),
    /** Its addresses go to pods that want RDMA, and to no others. */
    RDMA(EniKind.SECONDARY, TrafficMode.HIGH_PERFORMANCE),
    /** One pod's alone, behind the trunk. It is born as any other, and a member once it rides there. */
    MEMBER(EniKind.SECONDARY, TrafficMode.STANDARD),
    /** One pod's alone, at the instance itself, beside those that pods share. */
    WHOLE(EniKind.SECONDARY, TrafficMode.STANDARD);

    private final EniKind kind;
    private final TrafficMode traffic;

    EniUse(EniKind kind, TrafficMode traffic) {
        this.kind = kind;
        this.traffic = traffic;
    }

    public EniKind kind() {
        return kind;
    }

    public TrafficMode traffic() {
        return traffic;
    }
}
