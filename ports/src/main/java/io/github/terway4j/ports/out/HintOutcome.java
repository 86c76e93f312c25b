package io.github.terway4j.ports.out;

/** What became of a hint. */
public sealed interface HintOutcome {
    /**
     * The link is on the network of that device.
     *
     * @param device by its name
     */
    record Given(String device) implements HintOutcome {}

    /** The hardware shows no RDMA device, or the kernel has no SMC. */
    record NotHere(String words) implements HintOutcome {}

    record Refused(String words) implements HintOutcome {}
}
