package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * To a sane caller the cloud keeps its promises even while a quirk is on, whichever it is. One is not among them: of an
 * ENI that somebody else takes away nothing is promised.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("quirks")
class QuirkyCloudContract implements OnSimulatedCloud {
    private static final Duration WHILE = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final Landscape landscape = Landscape.in(new SimulatedCloud(7, clock, EniTemper.CALM));
    private final SimulatedCloud behind = landscape.scene().cloud();
    private final CloudNetwork cloud = new SimulatedCloudNetwork(behind, clock.passage());
    private final VSwitchId strangers = landscape.vSwitch("10.5.0.0/24");
    private final Kind kind;

    /** A quirk, made for the bench that it is for. */
    record Kind(String name, Function<QuirkyCloudContract, Quirk> make) {
        static Kind of(Quirk quirk) {
            return new Kind(quirk.toString(), bench -> quirk);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    QuirkyCloudContract(Kind kind) {
        this.kind = kind;
        var quirk = kind.make().apply(this);
        behind.follow(QuirkPlan.CALM.and(Spell.of(quirk).probably(quirk instanceof Quirk.TypeChanged ? 1 : 0.3)));
        if (quirk instanceof Quirk.TypeChanged) {
            clock.pass(Duration.ofMinutes(1));
        }
    }

    static Stream<Kind> quirks() {
        var ofCalls = Stream.of(
                new Quirk.CallLost(Calls.ALL),
                new Quirk.AnswerLost(Calls.ALL),
                new Quirk.CallLate(Calls.ALL, Spread.ofMillis(1_000, 15_000)),
                new Quirk.AnswerLate(Calls.ALL, Spread.ofMillis(500, 15_000)),
                new Quirk.Unreachable(Calls.ALL),
                new Quirk.DoneAndDenied(Calls.ALL, CallRefusal.INTERNAL_ERROR));
        // In memory the codes of one meaning cannot be told apart: the first of each speaks for the others.
        var refusals = Arrays.stream(CallRefusal.Meaning.values())
                .map(QuirkyCloudContract::first)
                .map(why -> new Quirk.Refused(Calls.ALL, why));
        var ofTheCloud = Stream.of(
                new Quirk.AttachmentFails(),
                new Quirk.DetachmentHangs(),
                new Quirk.DeletionHangs(),
                new Quirk.DescriptionLags(WHILE),
                new Quirk.FreeCountLags(WHILE),
                new Quirk.PrimaryShownAsSecondary(),
                new Quirk.DeviceLate(WHILE),
                new Quirk.MetadataLate(WHILE),
                new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.IP_NOT_ENOUGH),
                new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.QUOTA_EXCEEDED),
                new Quirk.ExhaustionToldAs(ExhaustionCode.QUOTA_EXCEEDED),
                new Quirk.SecurityGroupFull());
        var ofOthers = Stream.of(
                new Kind("StrangersCome", bench -> new Quirk.StrangersCome(WHILE, bench.strangers)),
                new Kind("TypeChanged", bench -> new Quirk.TypeChanged(bench.instance(), "ecs.g7.xlarge")));
        return Stream.concat(Stream.of(ofCalls, refusals, ofTheCloud).flatMap(each -> each.map(Kind::of)), ofOthers);
    }

    static CallRefusal first(CallRefusal.Meaning meaning) {
        return Arrays.stream(CallRefusal.values())
                .filter(why -> why.meaning() == meaning)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean calm() {
        return false;
    }

    @Override
    public boolean isStrange(Eni eni) {
        return eni.vSwitch().equals(strangers);
    }

    /** Told now so, now otherwise, it cannot be relied upon. */
    @Override
    public boolean isPrimary(EniKind told) {
        return told == EniKind.PRIMARY || kind.make().apply(this) instanceof Quirk.PrimaryShownAsSecondary;
    }

    @Override
    public InstanceLimits limits() {
        return behind.instance(instance()).orElseThrow().limits();
    }

    @Override
    public CloudNetwork cloud() {
        return cloud;
    }

    @Override
    public Landscape landscape() {
        return landscape;
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
    }
}
