package io.github.terway4j.domain.eni;

import io.github.terway4j.domain.net.VlanId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the cloud says of an ENI beside its addresses and its state.
 *
 * @param created when it was made; the answer to its making does not say, a description does
 * @param trunk the ENI that it rides on, if it is a member
 * @param tag what a member's packets carry on its trunk's wire ({@code Attachment.DeviceIndex})
 */
public record EniTraits(
        Tags tags, TrafficMode traffic, Optional<Instant> created, Optional<EniId> trunk, Optional<VlanId> tag) {
    public static final EniTraits NONE = tagged(Tags.NONE);

    /** One that rides on nothing. */
    public EniTraits(Tags tags, TrafficMode traffic, Optional<Instant> created) {
        this(tags, traffic, created, Optional.empty(), Optional.empty());
    }

    /** An ordinary one that carries these tags. */
    public static EniTraits tagged(Tags tags) {
        return new EniTraits(tags, TrafficMode.STANDARD, Optional.empty());
    }

    public EniTraits with(Tags others) {
        return new EniTraits(others, traffic, created, trunk, tag);
    }

    public EniTraits with(TrafficMode other) {
        return new EniTraits(tags, other, created, trunk, tag);
    }

    public EniTraits createdAt(Instant when) {
        return new EniTraits(tags, traffic, Optional.of(when), trunk, tag);
    }

    /** The same on a trunk, under this tag. */
    public EniTraits ridingOn(EniId other, VlanId number) {
        return new EniTraits(tags, traffic, created, Optional.of(other), Optional.of(number));
    }
}
