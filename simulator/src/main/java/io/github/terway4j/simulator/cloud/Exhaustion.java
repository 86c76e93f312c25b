package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.estate.Objection;
import io.github.terway4j.simulator.cloud.estate.VSwitchRecord;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.Quirks;

/** Whether a vSwitch has what is asked of it, and by which of its two codes the cloud says that it has not. */
final class Exhaustion {
    private final Quirks quirks;

    Exhaustion(Quirks quirks) {
        this.quirks = quirks;
    }

    /** Objects unless all of this can be granted at once. */
    void require(VSwitchRecord vSwitch, IpFamily family, AddressWish wish) {
        try {
            vSwitch.require(family, wish);
        } catch (Objection objection) {
            throw objection.error() == ApiError.VSWITCH_EXHAUSTED ? exhausted(vSwitch, told()) : objection;
        }
        if (wish.places() > 0) {
            quirks.strike(
                            Quirk.VSwitchRunsDry.class,
                            dry -> dry.vSwitch().isEmpty()
                                    || dry.vSwitch().get().equals(vSwitch.id()))
                    .ifPresent(dry -> {
                        throw exhausted(vSwitch, dry.code());
                    });
        }
    }

    private ExhaustionCode told() {
        return quirks.strike(Quirk.ExhaustionToldAs.class)
                .map(Quirk.ExhaustionToldAs::code)
                .orElse(ExhaustionCode.IP_NOT_ENOUGH);
    }

    private static Objection exhausted(VSwitchRecord vSwitch, ExhaustionCode code) {
        var error = switch (code) {
            case IP_NOT_ENOUGH -> ApiError.VSWITCH_EXHAUSTED;
            case QUOTA_EXCEEDED -> ApiError.ADDRESS_QUOTA_EXCEEDED;
        };
        return new Objection(error, vSwitch.id(), vSwitch.id() + " has not as many free addresses");
    }
}
