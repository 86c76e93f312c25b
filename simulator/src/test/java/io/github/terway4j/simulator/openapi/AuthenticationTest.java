package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.openapi.wire.Incoming;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.RpcSignature;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTest {
    private static final String ACTION = "DescribeNetworkInterfaces";

    private final Stand stand = new Stand();
    private final Client client = stand.client;

    @Test
    void a_call_that_is_signed_right_is_answered() {
        assertEquals(200, client.call(ACTION).status());
    }

    @Test
    void a_form_that_is_posted_is_a_call_too_and_joins_what_stands_in_the_query() {
        var parameters = client.parameters(ACTION);
        var signature = RpcSignature.of(Client.SECRET, "POST", Parameters.of(parameters));
        var query = new TreeMap<>(parameters.headMap("F"));
        query.put("Signature", signature);
        var posted = Incoming.post(Client.form(new TreeMap<>(parameters.tailMap("F"))));
        var both = new Incoming("POST", "/", Client.form(query), posted.headers(), posted.body());
        assertEquals(200, client.send(both).status());
    }

    @Test
    void a_wrong_signature_is_refused_with_what_should_have_been_signed() {
        var answer = client.send(Client.signed("another", client.parameters(ACTION)));
        refused(400, "SignatureDoesNotMatch", answer);
        assertTrue(answer.body().contains("GET&%2F&AccessKeyId%3Dtestid"), answer::body);
    }

    @Test
    void a_signature_of_another_method_is_wrong() {
        var signed = Client.signed(Client.SECRET, client.parameters(ACTION));
        refused(
                400,
                "SignatureDoesNotMatch",
                client.send(new Incoming("POST", "/", signed.query(), signed.headers(), "")));
    }

    @Test
    void a_call_that_was_heard_before_is_refused() {
        var once = Client.signed(Client.SECRET, client.parameters(ACTION));
        assertEquals(200, client.send(once).status());
        refused(400, "SignatureNonceUsed", client.send(once));
    }

    @Test
    void a_nonce_is_used_up_only_by_who_can_sign() {
        var parameters = client.parameters(ACTION);
        refused(400, "SignatureDoesNotMatch", client.send(Client.signed("another", parameters)));
        assertEquals(200, client.send(Client.signed(Client.SECRET, parameters)).status());
    }

    @Test
    void a_nonce_is_remembered_as_long_as_its_call_could_be_of_now() {
        var parameters = client.parameters(ACTION);
        stand.pass(Duration.ofMinutes(-15));
        assertEquals(200, client.send(Client.signed(Client.SECRET, parameters)).status());
        stand.pass(Duration.ofMinutes(30));
        refused(400, "SignatureNonceUsed", client.send(Client.signed(Client.SECRET, parameters)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-901, 901})
    void a_call_of_another_quarter_of_an_hour_is_refused(long seconds) {
        var parameters = client.parameters(ACTION);
        stand.pass(Duration.ofSeconds(seconds));
        refused(400, "InvalidTimeStamp.Expired", client.send(Client.signed(Client.SECRET, parameters)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-01-01 00:00:00", "2026-01-01T00:00Z", "2026-02-30T00:00:00Z"})
    void a_time_that_is_not_written_as_it_must_be_is_refused(String time) {
        refused(400, "InvalidTimeStamp.Format", client.call(ACTION, "Timestamp", time));
    }

    @Test
    void an_unknown_access_key_is_not_found() {
        refused(404, "InvalidAccessKeyId.NotFound", client.call(ACTION, "AccessKeyId", "nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action",
                "Version",
                "AccessKeyId",
                "Timestamp",
                "SignatureNonce",
                "SignatureMethod",
                "SignatureVersion",
                "RegionId"
            })
    void what_every_call_must_have_is_asked_for_by_its_name(String name) {
        var parameters = client.parameters(ACTION);
        parameters.remove(name);
        refused(400, "Missing" + name, client.send(Client.signed(Client.SECRET, parameters)));
    }

    @Test
    void a_call_without_a_signature_is_asked_for_one() {
        refused(400, "MissingSignature", client.send(Client.unsigned(client.parameters(ACTION))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignatureMethod", "SignatureVersion"})
    void another_way_of_signing_is_refused(String name) {
        refused(400, "InvalidParameter", client.call(ACTION, name, "of my own"));
    }

    @Test
    void an_action_that_there_is_not_is_not_found() {
        refused(404, "InvalidAction.NotFound", client.call("CreateHappiness"));
    }

    @Test
    void an_action_of_another_product_is_not_found() {
        refused(404, "InvalidAction.NotFound", client.callVpc(ACTION));
    }

    @Test
    void a_version_that_there_is_not_is_refused() {
        refused(400, "InvalidVersion", client.call(ACTION, "Version", "1999-12-31"));
    }

    @Test
    void another_region_is_not_found() {
        refused(404, "InvalidRegionId.NotFound", client.call(ACTION, "RegionId", "cn-atlantis"));
    }

    private static void refused(int status, String code, Outgoing answer) {
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
        assertEquals(status, answer.status());
    }
}
