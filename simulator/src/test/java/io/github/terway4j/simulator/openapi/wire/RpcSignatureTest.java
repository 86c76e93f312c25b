package io.github.terway4j.simulator.openapi.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RpcSignatureTest {
    /** The example of the API's own documentation. */
    private static final Parameters DESCRIBE_REGIONS = Parameters.of(Map.of(
            "AccessKeyId", "testid",
            "Action", "DescribeRegions",
            "Format", "XML",
            "SignatureMethod", "HMAC-SHA1",
            "SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
            "SignatureVersion", "1.0",
            "Timestamp", "2016-02-23T12:46:24Z",
            "Version", "2014-05-26"));

    @Test
    void the_published_example_has_the_published_signature() {
        assertEquals("OLeaidS1JvxuMvnyHOwuJ+uX5qY=", RpcSignature.of("testsecret", "GET", DESCRIBE_REGIONS));
    }

    @Test
    void the_signature_itself_is_not_signed() {
        var values = new TreeMap<>(DESCRIBE_REGIONS.values());
        values.put("Signature", "anything");
        assertEquals("OLeaidS1JvxuMvnyHOwuJ+uX5qY=", RpcSignature.of("testsecret", "GET", Parameters.of(values)));
    }

    @Test
    void the_string_to_sign_is_that_of_the_java_sdk() {
        assertEquals(
                "GET&%2F&queryKey1%3DqueryValue1%26queryKey2%3DqueryValue2",
                RpcSignature.stringToSign(
                        "GET", Parameters.of(Map.of("queryKey2", "queryValue2", "queryKey1", "queryValue1"))));
    }

    @Test
    void what_is_not_plain_is_encoded_once_for_itself_and_once_more_with_the_whole() {
        assertEquals(
                "POST&%2F&Tag.1.Key%3Da%2520b%252A~",
                RpcSignature.stringToSign("POST", Parameters.of(Map.of("Tag.1.Key", "a b*~"))));
    }
}
