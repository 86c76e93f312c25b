package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.openapi.wire.Acs3Signature;
import io.github.terway4j.simulator.openapi.wire.Incoming;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Clients that name the action in a header and sign headers and body. */
final class NewerClientTest {
    private static final List<String> SIGNED = List.of(
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");

    private final Stand stand = new Stand();

    @Test
    void a_call_that_is_signed_in_headers_is_answered_in_json() {
        var answer = stand.client.send(signed(headers(), "RegionId=cn-hangzhou", ""));
        assertEquals(200, answer.status(), answer::body);
        assertTrue(answer.body().startsWith("{"), answer::body);
    }

    @Test
    void parameters_in_the_body_are_read_and_signed() {
        var answer = stand.client.send(signed(headers(), "", "RegionId=cn-hangzhou"));
        assertEquals(200, answer.status(), answer::body);
    }

    @Test
    void a_body_that_was_changed_on_its_way_is_refused() {
        var signed = signed(headers(), "", "RegionId=cn-hangzhou");
        refused(
                "SignatureDoesNotMatch",
                new Incoming("POST", "/", "", signed.headers(), "RegionId=cn-hangzhou&PageSize=1"));
    }

    @Test
    void a_header_that_was_changed_on_its_way_is_refused() {
        var signed = signed(headers(), "RegionId=cn-hangzhou", "");
        var changed = new TreeMap<>(signed.headers());
        changed.put("x-acs-action", "DescribeInstances");
        refused("SignatureDoesNotMatch", new Incoming("POST", "/", signed.query(), changed, ""));
    }

    @Test
    void a_call_that_was_heard_before_is_refused() {
        var signed = signed(headers(), "RegionId=cn-hangzhou", "");
        stand.client.send(signed);
        refused("SignatureNonceUsed", signed);
    }

    @Test
    void a_header_that_is_not_a_signature_is_refused() {
        var headers = headers();
        headers.put("Authorization", "ACS3-HMAC-SHA256 trust me");
        refused("IncompleteSignature", new Incoming("POST", "/", "RegionId=cn-hangzhou", headers, ""));
    }

    @Test
    void what_is_signed_must_be_there() {
        var headers = headers();
        headers.remove("x-acs-date");
        refused("MissingTimestamp", signed(headers, "RegionId=cn-hangzhou", ""));
    }

    private void refused(String code, Incoming incoming) {
        var answer = stand.client.send(incoming);
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
    }

    private Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        headers.put("host", "ecs.cn-hangzhou.aliyuncs.com");
        headers.put("x-acs-action", "DescribeNetworkInterfaces");
        headers.put("x-acs-version", "2014-05-26");
        headers.put("x-acs-date", stand.now().toString());
        headers.put("x-acs-signature-nonce", "once");
        return headers;
    }

    private static Incoming signed(Map<String, String> headers, String query, String body) {
        var all = new TreeMap<>(headers);
        all.put("x-acs-content-sha256", Acs3Signature.digest(body));
        var signature = Acs3Signature.of(Client.SECRET, new Incoming("POST", "/", query, all, body), SIGNED);
        all.put(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(Client.KEY, String.join(";", SIGNED), signature));
        return new Incoming("POST", "/", query, all, body);
    }
}
