package io.github.terway4j.domain.eni;

import java.time.Instant;
import java.util.Optional;

/**
 * What the cloud says of an ENI beside its addresses and its state.
 *
 * @param created when it was made; the answer to its making does not say, a description does
 * @param trunk the ENI that it rides on, if it is a member
 */
public record EniTraits(Tags tags, TrafficMode traffic, Optional<Instant> created, Optional<EniId> trunk) {
    public static final EniTraits NONE = tagged(Tags.NONE);

    /** An ordinary one that carries these tags. */
    public static EniTraits tagged(Tags tags) {
        return new EniTraits(tags, TrafficMode.STANDARD, Optional.empty(), Optional.empty());
    }

    public EniTraits with(Tags others) {
        return new EniTraits(others, traffic, created, trunk);
    }

    public EniTraits with(TrafficMode other) {
        return new EniTraits(tags, other, created, trunk);
    }

    public EniTraits createdAt(Instant when) {
        return new EniTraits(tags, traffic, Optional.of(when), trunk);
    }
}
