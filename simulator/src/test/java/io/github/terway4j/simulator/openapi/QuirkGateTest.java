package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.ram.Policy;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.Quirks;
import io.github.terway4j.simulator.throttle.CallRates;
import io.github.terway4j.simulator.throttle.Throttle;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class QuirkGateTest {
    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Calls CREATE = Calls.to("CreateNetworkInterface");

    private final List<Duration> waited = new ArrayList<>();
    private final TreeMap<Duration, Runnable> late = new TreeMap<>();
    private final Quirks quirks = new Quirks(1, STILL);
    private final Throttle throttle = new Throttle(STILL);
    private final Stand stand = new Stand(openApi -> openApi.outside(
                    new QuirkGate(quirks, SILENCE, waited::add, (by, call) -> late.put(by, call)))
            .within(new ThrottleGate("cn-hangzhou", throttle)));

    @Test
    void in_a_calm_cloud_a_call_arrives() {
        assertEquals(200, create().orElseThrow().status());
        assertEquals(1, made());
    }

    @Test
    void a_call_that_is_lost_makes_nothing_and_is_not_answered() {
        quirks.follow(QuirkPlan.of(new Quirk.CallLost(CREATE)));
        assertEquals(Optional.empty(), create());
        assertEquals(0, made());
        assertEquals(List.of(SILENCE), waited);
        assertEquals(200, stand.client.call("DescribeInstances").status(), "that was not meant");
    }

    @Test
    void a_call_whose_answer_is_lost_makes_what_it_asks_for_and_once_under_its_token() {
        quirks.follow(QuirkPlan.of(new Quirk.AnswerLost(CREATE)));
        assertEquals(Optional.empty(), create());
        assertEquals(1, made());
        quirks.follow(QuirkPlan.CALM);
        assertTrue(create().orElseThrow().body().contains(anEni()), "the same as before");
        assertEquals(1, made());
    }

    @Test
    void a_call_may_arrive_after_its_caller_has_gone() {
        quirks.follow(QuirkPlan.of(new Quirk.CallLate(CREATE, Spread.ofMillis(700, 700))));
        assertEquals(Optional.empty(), create());
        assertEquals(List.of(SILENCE), waited);
        assertEquals(0, made(), "it is still on its way");
        assertEquals(List.of(SILENCE.plusMillis(700)), List.copyOf(late.keySet()));
        late.firstEntry().getValue().run();
        assertEquals(1, made());
    }

    @Test
    void a_late_answer_is_an_answer() {
        quirks.follow(QuirkPlan.of(new Quirk.AnswerLate(CREATE, Spread.ofMillis(700, 700))));
        assertEquals(200, create().orElseThrow().status());
        assertEquals(List.of(Duration.ofMillis(700)), waited);
    }

    @Test
    void who_cannot_be_reached_does_not_keep_anybody_waiting() {
        quirks.follow(QuirkPlan.of(new Quirk.Unreachable(Calls.ALL)));
        assertEquals(Optional.empty(), create());
        assertEquals(List.of(), waited);
        assertEquals(0, made());
    }

    @Test
    void a_refusal_has_its_code_and_status_and_makes_nothing() {
        quirks.follow(QuirkPlan.of(new Quirk.Refused(CREATE, CallRefusal.SERVICE_UNAVAILABLE)));
        assertRefused(503, "ServiceUnavailable", create().orElseThrow());
        assertEquals(0, made());
    }

    @Test
    void what_is_done_may_be_denied() {
        quirks.follow(QuirkPlan.of(new Quirk.DoneAndDenied(CREATE, CallRefusal.INTERNAL_ERROR)));
        assertRefused(500, "InternalError", create().orElseThrow());
        assertEquals(1, made());
    }

    @Test
    void calls_that_come_too_often_are_throttled() {
        throttle.allow(new CallRates(Map.of("DescribeInstances", 2), OptionalInt.empty(), OptionalInt.of(3)));
        assertEquals(200, stand.client.call("DescribeInstances").status());
        assertEquals(200, stand.client.call("DescribeInstances").status());
        assertRefused(400, "Throttling", stand.client.call("DescribeInstances"));
        assertEquals(200, create().orElseThrow().status());
        assertRefused(400, "Throttling.User", create().orElseThrow());
    }

    @Test
    void two_access_keys_have_each_its_own_user_rate_and_share_the_actions() {
        stand.identities.add(new Credentials.AccessKey("other", "secret"), Identity.user("other", Policy.EVERYTHING));
        throttle.allow(new CallRates(Map.of("DescribeInstances", 3), OptionalInt.empty(), OptionalInt.of(2)));
        assertEquals(200, stand.client.call("DescribeInstances").status());
        assertEquals(200, stand.client.call("DescribeInstances").status());
        assertRefused(400, "Throttling.User", stand.client.call("DescribeInstances"));
        assertEquals(200, byOther().status());
        assertRefused(400, "Throttling", byOther());
    }

    private Outgoing byOther() {
        return stand.client.send(
                Client.signed("secret", stand.client.parameters("DescribeInstances", "AccessKeyId", "other")));
    }

    @Test
    void who_cannot_sign_uses_up_nobodys_rate() {
        throttle.allow(new CallRates(Map.of("DescribeInstances", 1), OptionalInt.empty(), OptionalInt.empty()));
        stand.client.send(Client.signed("another", stand.client.parameters("DescribeInstances")));
        assertEquals(200, stand.client.call("DescribeInstances").status());
    }

    private Optional<Outgoing> create() {
        return stand.client.ask(Client.signed(
                Client.SECRET,
                stand.client.parameters(
                        "CreateNetworkInterface",
                        "VSwitchId",
                        stand.vSwitch(),
                        "SecurityGroupId",
                        stand.securityGroup(),
                        "ClientToken",
                        "token")));
    }

    private int made() {
        return stand.scene.cloud().enis().size() - stand.scene.instances().size();
    }

    private String anEni() {
        return stand.scene.cloud().enis().stream()
                .filter(eni -> eni.instance().isEmpty())
                .findFirst()
                .orElseThrow()
                .id()
                .text();
    }

    private static void assertRefused(int status, String code, Outgoing answer) {
        assertEquals(status, answer.status(), answer::body);
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
    }
}
