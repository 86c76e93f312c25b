package io.github.terway4j.ports.out;

/** What the kubelet makes of what is offered to it. */
public sealed interface OfferOutcome {
    /** It counts it, or will in a moment. */
    record Counted() implements OfferOutcome {}

    /** It has heard that there is something, and has not asked yet what. */
    record Awaited() implements OfferOutcome {}

    /** There is no kubelet, or none that answers. */
    record NobodyThere(String words) implements OfferOutcome {}

    /** It does not want it, as of a version that it does not speak. It is asked again, but seldom. */
    record Refused(String words) implements OfferOutcome {}
}
