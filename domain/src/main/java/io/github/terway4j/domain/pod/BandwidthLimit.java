package io.github.terway4j.domain.pod;

/** What a pod may receive (ingress) and send (egress), seen from the pod. A burst without a rate holds nothing. */
public record BandwidthLimit(Rate ingress, Rate egress, Burst ingressBurst, Burst egressBurst) {
    public static final BandwidthLimit NONE = new BandwidthLimit(Rate.UNLIMITED, Rate.UNLIMITED);

    /** With bursts that the rates can keep up with. */
    public BandwidthLimit(Rate ingress, Rate egress) {
        this(ingress, egress, Burst.UNSAID, Burst.UNSAID);
    }

    public Rate rate(Direction direction) {
        return switch (direction) {
            case INGRESS -> ingress;
            case EGRESS -> egress;
        };
    }

    public Burst burst(Direction direction) {
        return switch (direction) {
            case INGRESS -> ingressBurst;
            case EGRESS -> egressBurst;
        };
    }

    /** The same but for this direction. */
    public BandwidthLimit with(Direction direction, Rate rate, Burst burst) {
        return switch (direction) {
            case INGRESS -> new BandwidthLimit(rate, egress, burst, egressBurst);
            case EGRESS -> new BandwidthLimit(ingress, rate, ingressBurst, burst);
        };
    }
}
