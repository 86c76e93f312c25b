package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.ram.TokenService;
import io.github.terway4j.simulator.openapi.wire.Incoming;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.RpcSignature;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTest {
    private static final String ACTION = "DescribeNetworkInterfaces";

    private final Stand stand = new Stand();
    private final Client client = stand.client;
    private final TokenService tokens = new TokenService(stand.identities, stand::now, new SplittableRandom(3));
    private Credentials.Temporary issued = tokens.issue(Identity.OWNER, Duration.ofHours(1));

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
        client.call(ACTION);
        stand.pass(Duration.ofMinutes(29));
        var parameters = client.parameters(ACTION);
        stand.pass(Duration.ofMinutes(-15));
        assertEquals(200, client.send(Client.signed(Client.SECRET, parameters)).status());
        for (int minute = 0; minute < 30; minute++) {
            stand.pass(Duration.ofMinutes(1));
            client.call(ACTION);
            refused(400, "SignatureNonceUsed", client.send(Client.signed(Client.SECRET, parameters)));
        }
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

    @Test
    void temporary_credentials_call_with_their_token() {
        assertEquals(200, client.send(with(issued(), issued.securityToken())).status());
    }

    @Test
    void a_temporary_key_without_its_token_is_asked_for_it() {
        var parameters = client.parameters(ACTION, "AccessKeyId", issued().accessKeyId());
        refused(400, "MissingSecurityToken", client.send(Client.signed(issued.accessKeySecret(), parameters)));
    }

    @Test
    void a_token_that_is_none_is_malformed() {
        refused(400, "InvalidSecurityToken.Malformed", client.send(with(issued(), "my token")));
    }

    @Test
    void a_token_of_another_key_is_not_taken() {
        var other = issued().securityToken();
        refused(400, "InvalidSecurityToken.MismatchWithAccessKey", client.send(with(issued(), other)));
    }

    @Test
    void a_token_beside_a_lasting_key_is_not_taken() {
        refused(
                400,
                "InvalidSecurityToken.MismatchWithAccessKey",
                client.call(ACTION, "SecurityToken", issued().securityToken()));
    }

    @Test
    void a_token_ends_when_it_was_said_to() {
        var one = issued();
        stand.pass(Duration.ofHours(1).minusSeconds(1));
        assertEquals(200, client.send(with(one, one.securityToken())).status());
        stand.pass(Duration.ofSeconds(1));
        refused(400, "InvalidSecurityToken.Expired", client.send(with(one, one.securityToken())));
    }

    @Test
    void a_key_that_ended_long_ago_is_forgotten() {
        var one = issued();
        stand.pass(Duration.ofDays(2));
        issued();
        refused(404, "InvalidAccessKeyId.NotFound", client.send(with(one, one.securityToken())));
    }

    private Credentials.Temporary issued() {
        issued = tokens.issue(Identity.OWNER, Duration.ofHours(1));
        return issued;
    }

    private Incoming with(Credentials.Temporary credentials, String token) {
        return Client.signed(
                credentials.accessKeySecret(),
                client.parameters(ACTION, "AccessKeyId", credentials.accessKeyId(), "SecurityToken", token));
    }

    private static void refused(int status, String code, Outgoing answer) {
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
        assertEquals(status, answer.status());
    }
}
