package io.github.terway4j.adapters.worldlink;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodLookup;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values of whatever the carried ports take and answer. */
final class PortValues {
    private static final Arbitrary<String> TEXTS = Arbitraries.strings().ofMaxLength(12);
    private static final Arbitrary<String> NAMES = TEXTS.filter(text -> !text.isBlank());
    private static final Arbitrary<Integer> COUNTS = Arbitraries.integers().between(0, Integer.MAX_VALUE);
    private static final Arbitrary<Ip> V4 =
            Arbitraries.longs().between(0, 0xffff_ffffL).map(low -> new Ip(IpFamily.V4, 0, low));
    private static final Arbitrary<Ip> V6 = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as((high, low) -> new Ip(IpFamily.V6, high, low));
    private static final Arbitrary<Ip> IPS = Arbitraries.oneOf(V4, V6);
    private static final Arbitrary<VSwitchId> VSWITCHES = NAMES.map(VSwitchId::new);

    private static final Map<Class<?>, Arbitrary<?>> BY_CLASS = Map.ofEntries(
            Map.entry(int.class, Arbitraries.integers()),
            Map.entry(EniId.class, NAMES.map(EniId::new)),
            Map.entry(InstanceId.class, NAMES.map(InstanceId::new)),
            Map.entry(VSwitchId.class, VSWITCHES),
            Map.entry(Ip.class, IPS),
            Map.entry(IpPrefix.class, IPS.map(IpPrefix::around)),
            Map.entry(IpFamily.class, Arbitraries.of(IpFamily.class)),
            Map.entry(Nothing.class, Arbitraries.of(Nothing.class)),
            Map.entry(
                    ClientToken.class,
                    Arbitraries.strings()
                            .withCharRange('!', '~')
                            .ofMinLength(1)
                            .ofMaxLength(64)
                            .map(ClientToken::new)),
            Map.entry(
                    Berth.class,
                    Combinators.combine(
                                    NAMES.map(InstanceId::new),
                                    NAMES.map(EniId::new).optional())
                            .as(Berth::new)),
            Map.entry(Eni.class, enis()),
            Map.entry(VSwitch.class, vSwitches()),
            Map.entry(NewEni.class, newEnis()),
            Map.entry(NodeFacts.class, nodeFacts()),
            Map.entry(PodRef.class, pods()),
            Map.entry(PodLookup.class, lookups()),
            Map.entry(PodCensus.class, censuses()));

    private PortValues() {}

    /** Throws for a type that nobody has thought of here. */
    static Arbitrary<Object> of(Type type) {
        if (type instanceof ParameterizedType applied && applied.getRawType().equals(List.class)) {
            return of(applied.getActualTypeArguments()[0]).list().ofMaxSize(4).map(list -> list);
        }
        if (type instanceof ParameterizedType applied && applied.getRawType().equals(CloudOutcome.class)) {
            return outcomes(of(applied.getActualTypeArguments()[0]));
        }
        var known = type instanceof Class<?> raw ? BY_CLASS.get(raw) : null;
        if (known == null) {
            throw new IllegalArgumentException("no values are made here for " + type);
        }
        return known.map(value -> value);
    }

    private static Arbitrary<Object> outcomes(Arbitrary<Object> values) {
        return Arbitraries.oneOf(
                values.map(CloudOutcome.Done::new),
                durations().map(CloudOutcome.Throttled::new),
                VSWITCHES.map(CloudOutcome.VSwitchExhausted::new),
                TEXTS.map(CloudOutcome.LimitReached::new),
                TEXTS.map(CloudOutcome.NotFound::new),
                TEXTS.map(CloudOutcome.Conflict::new),
                TEXTS.map(CloudOutcome.Denied::new),
                Combinators.combine(TEXTS, TEXTS, TEXTS).as(CloudOutcome.Unforeseen::new),
                TEXTS.map(CloudOutcome.Unknown::new));
    }

    private static Arbitrary<Duration> durations() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 999_999_999))
                .as((seconds, nanos) -> Duration.ofSeconds(seconds, nanos));
    }

    private static Arbitrary<Eni> enis() {
        var addresses = Combinators.combine(V4, IPS.list().ofMaxSize(3)).as((primary, others) -> {
            var all = new ArrayList<>(List.of(primary));
            all.addAll(others);
            return List.copyOf(all);
        });
        return Combinators.combine(
                        NAMES.map(EniId::new),
                        Arbitraries.longs().between(0, (1L << 48) - 1).map(Mac::new),
                        Arbitraries.of(EniKind.class),
                        Arbitraries.of(EniStatus.class),
                        VSWITCHES,
                        addresses,
                        IPS.map(IpPrefix::around).list().ofMaxSize(2),
                        traits())
                .as(Eni::new);
    }

    private static Arbitrary<EniTraits> traits() {
        return Combinators.combine(
                        Arbitraries.maps(TEXTS, TEXTS).ofMaxSize(3).map(Tags::new),
                        Arbitraries.of(TrafficMode.class),
                        Arbitraries.longs()
                                .between(0, Integer.MAX_VALUE)
                                .map(Instant::ofEpochSecond)
                                .optional(),
                        NAMES.map(EniId::new).optional(),
                        Arbitraries.integers().between(1, 4094).map(VlanId::new).optional())
                .as(EniTraits::new);
    }

    private static Arbitrary<VSwitch> vSwitches() {
        return Combinators.combine(VSWITCHES, NAMES.map(Zone::new), stacks(cidrs(V4), cidrs(V6)), COUNTS)
                .as(VSwitch::new);
    }

    private static Arbitrary<Cidr> cidrs(Arbitrary<Ip> ips) {
        return Combinators.combine(ips, Arbitraries.integers().between(0, 32)).as(Cidr::of);
    }

    private static <T> Arbitrary<DualStack<T>> stacks(Arbitrary<T> v4, Arbitrary<T> v6) {
        return Arbitraries.oneOf(
                v4.map(DualStack::v4),
                v6.map(DualStack::v6),
                Combinators.combine(v4, v6).as(DualStack::both));
    }

    private static Arbitrary<NewEni> newEnis() {
        return Combinators.combine(
                        NAMES.map(InstanceId::new),
                        VSWITCHES,
                        NAMES.map(SecurityGroupId::new).list().ofMaxSize(3),
                        Arbitraries.integers().between(1, 100),
                        COUNTS,
                        Arbitraries.maps(TEXTS, TEXTS).ofMaxSize(3))
                .as(NewEni::new);
    }

    private static Arbitrary<NodeFacts> nodeFacts() {
        var limits = Combinators.combine(
                        NAMES,
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(50, 100),
                        Arbitraries.integers().between(1, 50),
                        COUNTS,
                        Arbitraries.of(true, false),
                        COUNTS)
                .as(InstanceLimits::new);
        return Combinators.combine(
                        NAMES.map(InstanceId::new),
                        NAMES.map(Zone::new),
                        VSWITCHES,
                        NAMES.map(SecurityGroupId::new).list().ofMaxSize(3),
                        stacks(V4, V6),
                        limits)
                .as(NodeFacts::new);
    }

    private static Arbitrary<PodRef> pods() {
        return Combinators.combine(NAMES, NAMES).as(PodRef::new);
    }

    private static Arbitrary<PodCensus> censuses() {
        var truths = Arbitraries.of(true, false);
        var facts = Combinators.combine(pods(), TEXTS).as((pod, uid) -> new PodFacts(pod, uid, BandwidthLimit.NONE));
        var listed = Combinators.combine(facts, Arbitraries.of(PodPhase.class), truths, truths)
                .as(ListedPod::new);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs(), listed.list().ofMaxSize(5))
                        .as(PodCensus.Complete::new),
                TEXTS.map(PodCensus.Unreadable::new));
    }

    private static Arbitrary<PodLookup> lookups() {
        var rates = Arbitraries.longs().between(1, Long.MAX_VALUE).map(Rate::new);
        var limits = Combinators.combine(rates, rates).as(BandwidthLimit::new);
        return Arbitraries.oneOf(
                Combinators.combine(pods(), TEXTS, limits).as(PodFacts::new).map(PodLookup.Found::new),
                Arbitraries.create(PodLookup.Absent::new),
                TEXTS.map(PodLookup.Unreadable::new));
    }
}
