package io.github.terway4j.adapters.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.ports.out.CloudOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataClientTest {
    private static final String TOKEN = "PUT /latest/api/token";
    private static final String READ = "GET /latest/meta-data/mac";

    private final ScriptedService service = new ScriptedService();
    private final MetadataClient client = service.client();

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void a_token_is_fetched_once_and_shown_with_every_read() {
        service.givesToken("t1");
        service.says("mac", "m");
        assertDone("m");
        assertDone("m");
        assertEquals(List.of(TOKEN, READ + " with t1", READ + " with t1"), service.heard());
    }

    @Test
    void a_token_is_asked_for_six_hours_and_renewed_after_three() {
        service.when(TOKEN, exchange -> {
            var seconds = exchange.getRequestHeaders().getFirst("X-aliyun-ecs-metadata-token-ttl-seconds");
            ScriptedService.send(exchange, "21600".equals(seconds) ? 200 : 400, "t1");
        });
        service.says("mac", "m");
        assertDone("m");
        service.pass(Duration.ofHours(3).minusMillis(1));
        assertDone("m");
        assertEquals(1, service.heard(TOKEN));
        service.pass(Duration.ofMillis(1));
        service.givesToken("t2");
        assertDone("m");
        assertEquals(2, service.heard(TOKEN));
        assertEquals(READ + " with t2", service.heard().getLast());
    }

    @Test
    void while_a_renewal_fails_the_old_token_serves_until_its_end() {
        service.givesToken("t1");
        service.says("mac", "m");
        assertDone("m");
        service.refusesToken(503);
        service.pass(Duration.ofHours(6).minusMillis(1));
        assertDone("m");
        assertEquals(READ + " with t1", service.heard().getLast());
        service.pass(Duration.ofMillis(1));
        assertUnknown();
        assertEquals(TOKEN, service.heard().getLast(), "nothing is read with a token that has ended");
    }

    @Test
    void a_token_that_is_refused_is_dropped_and_the_read_is_made_once_more_with_a_new_one() {
        service.givesToken("t1");
        service.says("mac", "m", "t1", 401);
        assertDone("m");
        service.says("mac", "m", "t2", 401);
        service.givesToken("t2");
        assertDone("m");
        assertDone("m");
        assertEquals(2, service.heard(TOKEN));
    }

    @Test
    void a_service_that_refuses_the_token_it_has_just_given_is_not_asked_a_third_time() {
        service.givesToken("t1");
        service.refuses("mac", 401);
        assertUnknown();
        assertEquals(2, service.heard(READ));
        assertEquals(2, service.heard(TOKEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405})
    void where_no_token_is_offered_the_normal_mode_is_used_and_the_question_not_repeated(int status) {
        service.refusesToken(status);
        service.says("mac", "m");
        assertDone("m");
        assertDone("m");
        assertEquals(List.of(TOKEN, READ, READ), service.heard());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void when_the_hardened_mode_is_turned_on_later_a_token_is_asked_for_again(int status) {
        service.says("mac", "m");
        assertDone("m");
        service.givesToken("t1");
        service.says("mac", "m", "t1", status);
        assertDone("m");
    }

    @Test
    void a_service_that_forbids_what_it_will_is_believed() {
        service.refuses("mac", 403);
        assertInstanceOf(CloudOutcome.Denied.class, client.read("mac"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        service.givesToken("t1");
        assertEquals(new CloudOutcome.NotFound<>("metadata has no mac"), client.read("mac"));
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "7, 7", "0, 0", "3600, 60", "'Wed, 21 Oct 2026 07:28:00 GMT', 1", "-1, 1"})
    void throttled_for_as_long_as_is_said_but_for_a_minute_at_most(String header, int seconds) {
        service.when(READ, exchange -> {
            if (!header.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", header);
            }
            ScriptedService.send(exchange, 429, "slow down");
        });
        assertEquals(new CloudOutcome.Throttled<>(Duration.ofSeconds(seconds)), client.read("mac"));
        assertEquals(1, service.heard(READ));
    }

    @Test
    void who_is_throttled_when_asking_for_a_token_does_not_read_without() {
        service.refusesToken(429);
        assertInstanceOf(CloudOutcome.Throttled.class, client.read("mac"));
        assertEquals(List.of(TOKEN), service.heard());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 418, 500, 502, 503})
    void any_other_status_says_nothing_and_is_not_tried_again(int status) {
        service.refuses("mac", status);
        assertUnknown();
        assertEquals(1, service.heard(READ));
    }

    @Test
    void nobody_is_followed_to_another_place() {
        service.when(READ, exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            ScriptedService.send(exchange, 302, "");
        });
        assertUnknown();
        assertEquals(0, service.heard("GET /elsewhere"));
    }

    @Test
    void an_answer_that_is_too_long_is_none() {
        service.says("mac", "m".repeat(64 * 1024 + 1));
        assertUnknown();
        service.says("mac", "m".repeat(64 * 1024));
        assertInstanceOf(CloudOutcome.Done.class, client.read("mac"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "\u00e4"})
    void a_token_that_no_header_can_carry_is_none(String token) {
        service.givesToken(token);
        assertUnknown();
        assertEquals(List.of(TOKEN), service.heard());
    }

    @Test
    void a_service_that_never_answers_is_not_waited_for() {
        service.when(READ, _ -> service.hang());
        try (var hasty = service.hastyClient()) {
            assertInstanceOf(CloudOutcome.Unknown.class, hasty.read("mac"));
        }
    }

    @Test
    void nor_is_one_that_stops_in_the_middle() {
        service.when(READ, exchange -> {
            exchange.sendResponseHeaders(200, 17);
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
            service.hang();
        });
        try (var hasty = service.hastyClient()) {
            assertInstanceOf(CloudOutcome.Unknown.class, hasty.read("mac"));
        }
    }

    @Test
    void where_nobody_listens_nothing_is_known() {
        service.close();
        assertUnknown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://100.100.100.200", "100.100.100.200", "http:///latest", "http://a/?b", "file:/etc"})
    void a_place_where_no_service_can_be_is_refused(String base) {
        assertThrows(IllegalArgumentException.class, () -> MetadataOptions.of(URI.create(base)));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1/i-1", "http://127.0.0.1:1/i-1/"})
    void the_service_may_stand_below_a_path(String base) {
        var uri = MetadataOptions.of(URI.create(base)).resolve("/latest/api/token");
        assertEquals(URI.create("http://127.0.0.1:1/i-1/latest/api/token"), uri);
    }

    private void assertDone(String text) {
        assertEquals(new CloudOutcome.Done<>(text), client.read("mac"));
    }

    private void assertUnknown() {
        assertInstanceOf(CloudOutcome.Unknown.class, client.read("mac"));
    }
}
