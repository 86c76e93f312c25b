package io.github.terway4j.ports.in;

/** Gives a sandbox its addresses and wires it (CNI ADD). Asked again for the same attachment, it answers the same. */
public interface AttachPod {
    AttachOutcome attach(AttachRequest request);
}
