package io.github.terway4j.simulator.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.InstanceId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered in which mode (ECS documentation, instance metadata, security hardening mode). */
final class MetadataTokensTest {
    private final Village village = new Village();
    private final InstanceId self = village.both.id();

    @ParameterizedTest
    @CsvSource({"TOKENLESS, 200", "NORMAL, 200", "HARDENED, 403"})
    void without_a_token_all_are_answered_but_in_the_hardened_mode(MetadataMode mode, int status) {
        village.service.mode(self, mode);
        assertEquals(status, village.get("mac").status());
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "HARDENED"})
    void with_a_token_the_instance_is_answered(MetadataMode mode) {
        village.service.mode(self, mode);
        assertEquals(200, with(token("60")).status());
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "HARDENED"})
    void a_token_that_nobody_gave_is_refused(MetadataMode mode) {
        village.service.mode(self, mode);
        assertEquals(401, with("aaa").status());
    }

    @Test
    void a_token_ends_when_its_time_is_over() {
        var token = token("60");
        village.pass(Duration.ofMillis(59_999));
        assertEquals(200, with(token).status());
        village.pass(Duration.ofMillis(1));
        assertEquals(401, with(token).status());
    }

    @Test
    void a_token_of_another_instance_is_refused() {
        var foreign = village.service
                .answer(village.old.id(), asking(Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", "60")))
                .body();
        assertEquals(401, with(foreign).status());
    }

    @Test
    void a_token_is_good_no_longer_once_the_service_has_forgotten_it() {
        var token = token("60");
        village.service.forgetTokens();
        assertEquals(401, with(token).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "21600"})
    void a_token_may_live_from_a_second_to_six_hours(String seconds) {
        assertEquals(
                200,
                ask(Map.of("x-aliyun-ecs-metadata-token-ttl-seconds", seconds)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21601", "-1", "1.5", "", "60 ", "999999999999"})
    void no_other_length_of_life_is_granted(String seconds) {
        assertEquals(
                400,
                ask(Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", seconds)).status());
    }

    @Test
    void a_length_of_life_must_be_asked_for() {
        assertEquals(400, ask(Map.of()).status());
    }

    @Test
    void who_was_forwarded_gets_no_token() {
        var headers = Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", "60", "X-Forwarded-For", "192.0.2.1");
        assertEquals(403, ask(headers).status());
    }

    @Test
    void where_there_are_no_tokens_nobody_gets_one_and_none_is_looked_at() {
        village.service.mode(self, MetadataMode.TOKENLESS);
        assertEquals(
                404,
                ask(Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", "60")).status());
        assertEquals(200, with("aaa").status());
    }

    private String token(String seconds) {
        return ask(Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", seconds)).body();
    }

    private MetadataReply ask(Map<String, String> headers) {
        return village.service.answer(self, asking(headers));
    }

    private static MetadataRequest asking(Map<String, String> headers) {
        return new MetadataRequest("PUT", "/latest/api/token", headers);
    }

    private MetadataReply with(String token) {
        var headers = Map.of("X-aliyun-ecs-metadata-token", token);
        return village.service.answer(self, new MetadataRequest("GET", "/latest/meta-data/mac", headers));
    }
}
