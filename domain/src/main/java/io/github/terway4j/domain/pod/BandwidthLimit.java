package io.github.terway4j.domain.pod;

/** What a pod may receive (ingress) and send (egress), seen from the pod. */
public record BandwidthLimit(Rate ingress, Rate egress) {
    public static final BandwidthLimit NONE = new BandwidthLimit(Rate.UNLIMITED, Rate.UNLIMITED);
}
