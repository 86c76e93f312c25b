package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;

/**
 * The right of a pod that is gone to find its addresses again when it comes back under its name. It ends by itself, so
 * that a pod that never comes back keeps nothing.
 *
 * @param eni that carries the addresses
 * @param until from here on it is over
 * @param why in words, for people who ask where an address has gone
 */
public record Reservation(
        PodRef owner, LinkName interfaceName, EniId eni, DualStack<Ip> addresses, Instant until, String why) {
    Reservation until(Instant other) {
        return new Reservation(owner, interfaceName, eni, addresses, other, why);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    boolean isFor(PodRef pod, LinkName name) {
        return owner.equals(pod) && interfaceName.equals(name);
    }

    /** Who will have what, until when and why. */
    public String words() {
        return "%s keeps %s on %s until %s: %s".formatted(owner, addresses, eni, until, why);
    }
}
