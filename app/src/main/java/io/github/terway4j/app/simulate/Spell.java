package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.world.Spread;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the cloud suffers from for some minutes. */
enum Spell {
    STALE(FaultKind.STALE),
    DRY(FaultKind.DRY),
    DEVICE_LATE(FaultKind.DEVICE_LATE);

    private static final Spread LAG = Spread.ofMillis(500, 8_000);
    private static final Spread DEVICE_AFTER = Spread.ofMillis(1_000, 60_000);

    private final FaultKind kind;

    Spell(FaultKind kind) {
        this.kind = kind;
    }

    FaultKind kind() {
        return kind;
    }

    /** How it shows this time. */
    List<Quirk> quirks(SimulatedCloud cloud, RandomGenerator chance) {
        return switch (this) {
            case STALE -> {
                var lag = LAG.draw(chance);
                yield List.of(new Quirk.DescriptionLags(lag), new Quirk.FreeCountLags(lag));
            }
            case DRY -> {
                var vSwitches = cloud.vSwitches().stream().map(VSwitch::id).toList();
                var codes = ExhaustionCode.values();
                yield List.of(new Quirk.VSwitchRunsDry(
                        Optional.of(vSwitches.get(chance.nextInt(vSwitches.size()))),
                        codes[chance.nextInt(codes.length)]));
            }
            case DEVICE_LATE -> List.of(new Quirk.DeviceLate(DEVICE_AFTER.draw(chance)));
        };
    }
}
