package io.github.terway4j.ports.out;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.PodRef;

/** What we write on pods for others to read. Returns at once and never fails; what cannot be written is not written. */
public interface PodNotes {
    /** Nobody reads anything. */
    PodNotes NONE = (_, _) -> {};

    /** The pod has these addresses. */
    void addresses(PodRef pod, DualStack<Ip> addresses);
}
