package io.github.terway4j.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.simulator.cloud.invariant.CloudInvariants;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.throttle.CallRates;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's own agent while the cloud has each of its quirks for a while, and then when it is calm again. */
class NodeUnderQuirksTest {
    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final Duration SPELL = Duration.ofMinutes(5);
    /** Long enough for whatever came to a stop to be noticed and begun anew. */
    private static final Duration RECOVERY = Duration.ofMinutes(15);

    private static final int WAVES = 3;
    private static final int PODS = 20;
    private static final int STAYING = 5;
    private static final int MAX_IDLE = 5;

    /** @param robs whether somebody takes ENIs from the node, who does not tell it */
    record Weather(String name, Function<NodeInWorld, QuirkPlan> plan, boolean robs) {
        /** Now and then. */
        static Weather of(Quirk quirk) {
            return new Weather(quirk.toString(), node -> now(Spell.of(quirk).probably(0.3)), false);
        }

        /** Whenever it can. */
        static Weather always(String name, Function<NodeInWorld, Quirk> quirk) {
            return new Weather(name, node -> now(Spell.of(quirk.apply(node))), false);
        }

        Weather robbing() {
            return new Weather(name, plan, true);
        }

        private static QuirkPlan now(Spell spell) {
            return QuirkPlan.CALM.and(spell.lasting(SPELL));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Weather> weathers() {
        // A code of each meaning that passes: in memory those of one meaning cannot be told apart, and a cloud that
        // calls lost what is there makes no promise that a node could keep.
        var refusals = Stream.of(
                        CallRefusal.THROTTLING,
                        CallRefusal.INTERNAL_ERROR,
                        CallRefusal.SYSTEM_BUSY,
                        CallRefusal.SECURITY_TOKEN_EXPIRED)
                .map(why -> new Quirk.Refused(Calls.ALL, why));
        var quirks = Stream.of(
                new Quirk.CallLost(Calls.ALL),
                new Quirk.AnswerLost(Calls.ALL),
                new Quirk.CallLate(Calls.ALL, Spread.ofMillis(1_000, 30_000)),
                new Quirk.AnswerLate(Calls.ALL, Spread.ofMillis(500, 15_000)),
                new Quirk.Unreachable(Calls.ALL),
                new Quirk.DoneAndDenied(Calls.ALL, CallRefusal.INTERNAL_ERROR),
                new Quirk.AttachmentFails(),
                new Quirk.DetachmentHangs(),
                new Quirk.DeletionHangs(),
                new Quirk.DescriptionLags(WHILE),
                new Quirk.FreeCountLags(WHILE),
                new Quirk.DeviceLate(WHILE),
                new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.IP_NOT_ENOUGH),
                new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.QUOTA_EXCEEDED),
                new Quirk.SecurityGroupFull());
        var others = Stream.of(
                Weather.always("outage", node -> new Quirk.Refused(Calls.ALL, CallRefusal.SERVICE_UNAVAILABLE)),
                Weather.always("Lingjun", node -> new Quirk.PrimaryShownAsSecondary()),
                Weather.always("strangers", node -> new Quirk.StrangersCome(WHILE.multipliedBy(3), node.elsewhere)),
                Weather.always("thieves", node -> new Quirk.EnisTaken(WHILE.multipliedBy(3)))
                        .robbing(),
                Weather.always("another type", NodeUnderQuirksTest::anotherType));
        return Stream.of(refusals.map(Weather::of), quirks.map(Weather::of), others)
                .flatMap(Function.identity());
    }

    /** A machine that was stopped begins anew. */
    private static Quirk anotherType(NodeInWorld node) {
        node.world.after(Duration.ofMinutes(1), "the instance is up again", node::restartAgent);
        return new Quirk.TypeChanged(node.scene.instances().getFirst().id(), "ecs.g7.4xlarge");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("weathers")
    void when_the_cloud_is_calm_again_every_pod_has_its_address_and_nothing_has_leaked(Weather weather) {
        try (var node = new NodeInWorld(1, FaultPlan.NONE)) {
            node.follow(weather.plan().apply(node));
            var staying = live(node, !weather.robs());
            node.world.runFor(SPELL.plus(RECOVERY));
            assertEquals(STAYING, staying.size(), () -> "the day did not end:\n" + trace(node));
            checkAddresses(node, staying);
            checkNothingLeaked(node, STAYING);
            node.runtime("evening", () -> staying.forEach(node::del));
            node.world.runFor(RECOVERY);
            assertEquals(List.of(), node.ledger());
            checkNothingLeaked(node, 0);
        }
    }

    @Test
    void a_node_that_is_throttled_all_day_serves_its_pods_all_the_same() {
        try (var node = new NodeInWorld(1, FaultPlan.NONE)) {
            node.cloud.throttle().allow(new CallRates(Map.of(), OptionalInt.of(6), OptionalInt.of(12)));
            var staying = live(node, true);
            node.world.runFor(Duration.ofHours(1));
            assertEquals(STAYING, staying.size(), () -> "the day did not end:\n" + trace(node));
            checkAddresses(node, staying);
            checkNothingLeaked(node, STAYING);
        }
    }

    /** Pods come in waves and go again; those of the last wave that stay are returned. */
    private static List<RunningPod> live(NodeInWorld node, boolean served) {
        var primary = node.scene.instances().getFirst().primaryEni();
        var staying = new ArrayList<RunningPod>();
        node.runtime("day", () -> {
            for (int wave = 0; wave < WAVES; wave++) {
                var pods = new ArrayList<RunningPod>();
                for (int i = 0; i < PODS; i++) {
                    pods.add(node.startPod("pod-%d-%d".formatted(wave, i)));
                }
                var held = new HashSet<Ip>();
                for (var pod : pods) {
                    var network = node.add(pod);
                    assertNotEquals(primary, network.eni(), "an address of the host's own");
                    assertTrue(
                            !served || isServed(node, network),
                            () -> "%s is not served by %s\n%s"
                                    .formatted(network, node.cloud.eni(network.eni()), trace(node)));
                    network.addresses()
                            .all()
                            .forEach(address -> assertTrue(held.add(address.ip()), () -> address + " a second time"));
                }
                var last = wave == WAVES - 1;
                pods.subList(last ? STAYING : 0, PODS).forEach(node::del);
                staying.addAll(last ? pods.subList(0, STAYING) : List.of());
            }
        });
        return staying;
    }

    /** Whether at this very moment the cloud brings to the node what comes for these addresses. */
    private static boolean isServed(NodeInWorld node, PodNetwork network) {
        var ips =
                network.addresses().all().stream().map(address -> address.ip()).toList();
        return node.cloud
                .eni(network.eni())
                .filter(there ->
                        there.attachedTo(node.scene.instances().getFirst().id()))
                .filter(there -> there.status() == EniStatus.IN_USE)
                .filter(there -> there.eni().addresses().containsAll(ips))
                .isPresent();
    }

    /** Each of the pods has addresses that are the node's and nobody else's. */
    private static void checkAddresses(NodeInWorld node, List<RunningPod> pods) {
        var leases = node.ledger();
        assertEquals(pods.size(), leases.size(), () -> "leases: " + leases);
        var addresses = leases.stream()
                .flatMap(lease -> lease.addresses().all().stream())
                .toList();
        assertEquals(2 * pods.size(), new HashSet<>(addresses).size(), () -> "an address twice: " + leases);
        for (var lease : leases) {
            assertTrue(
                    !lease.eni().equals(node.scene.instances().getFirst().primaryEni()),
                    () -> lease + " is of the host");
            var eni = node.cloud.eni(lease.eni());
            assertTrue(
                    eni.filter(there -> there.status() == EniStatus.IN_USE
                                    && there.eni()
                                            .addresses()
                                            .containsAll(lease.addresses().all()))
                            .isPresent(),
                    () -> "%s is not served by %s\n%s".formatted(lease, eni, trace(node)));
        }
    }

    private static void checkNothingLeaked(NodeInWorld node, int pods) {
        assertEquals(List.of(), CloudInvariants.violations(node.cloud));
        var secondary = node.cloud.enis().stream()
                .filter(eni -> eni.eni().kind() != EniKind.PRIMARY)
                .toList();
        for (var eni : secondary) {
            assertEquals(EniStatus.IN_USE, eni.status(), () -> "%s\n%s".formatted(eni, trace(node)));
        }
        for (var family : IpFamily.values()) {
            var held =
                    secondary.stream().mapToInt(eni -> eni.eni().count(family)).sum();
            assertTrue(
                    held <= pods + MAX_IDLE + secondary.size(),
                    () -> "%d %s addresses for %d pods on %s\n%s"
                            .formatted(held, family, pods, secondary, trace(node)));
        }
    }

    private static String trace(NodeInWorld node) {
        var lines = node.world.trace().lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
