package io.github.terway4j.domain.eni;

/** What a pod asks of its ENI. Those that serve one wish serve no other: they are pools beside each other. */
public enum EniWish {
    /** Nothing in particular: an address, whose ENI others may share. */
    ANY(""),
    /** That it carries RDMA. */
    RDMA("aliyun/erdma"),
    /** That it is the pod's alone, behind the node's trunk. */
    MEMBER("aliyun/member-eni"),
    /** That it is the pod's alone, with its device. */
    WHOLE("aliyun/eni");

    private final String resource;

    EniWish(String resource) {
        this.resource = resource;
    }

    /** By which a pod's containers ask for it; empty where there is nothing to ask for. */
    public String resource() {
        return resource;
    }

    /** Of a pod whose ENI must carry that. */
    public static EniWish of(TrafficMode traffic) {
        return switch (traffic) {
            case STANDARD -> ANY;
            case HIGH_PERFORMANCE -> RDMA;
        };
    }

    /** Which wish an ENI serves. */
    public static EniWish servedBy(Eni eni) {
        if (eni.isMember()) {
            return MEMBER;
        }
        return eni.tags().hasAll(Marks.WHOLE) ? WHOLE : of(eni.traits().traffic());
    }
}
