package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.ram.Policy;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import org.junit.jupiter.api.Test;

final class AuthorizationTest {
    private final Stand stand = new Stand();

    @Test
    void a_user_may_call_what_the_policy_allows_and_nothing_else() {
        grant("ecs:DescribeNetworkInterfaces", "*");
        assertEquals(200, asUser("DescribeNetworkInterfaces").status());
        forbidden(asUser("DescribeInstances"));
    }

    @Test
    void a_user_may_call_it_for_each_thing_that_is_named() {
        grant("ecs:*", "acs:ecs:*:*:eni/eni-mine");
        assertEquals(
                200,
                asUser("DescribeNetworkInterfaces", "NetworkInterfaceId.1", "eni-mine")
                        .status());
        forbidden(asUser(
                "DescribeNetworkInterfaces", "NetworkInterfaceId.1", "eni-mine", "NetworkInterfaceId.2", "eni-yours"));
        forbidden(asUser("DescribeNetworkInterfaces"));
        forbidden(asUser("DeleteNetworkInterface", "NetworkInterfaceId", "eni-yours"));
    }

    private void grant(String action, String resource) {
        var policy = Policy.parse(
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}]}"
                        .formatted(action, resource));
        stand.identities.add(new Credentials.AccessKey("user", "secret"), Identity.user("user", policy));
    }

    private Outgoing asUser(String action, String... pairs) {
        var parameters = stand.client.parameters(action, pairs);
        parameters.put("AccessKeyId", "user");
        return stand.client.send(Client.signed("secret", parameters));
    }

    private static void forbidden(Outgoing answer) {
        assertTrue(answer.body().contains("\"Code\":\"Forbidden.RAM\""), answer::body);
        assertEquals(403, answer.status());
    }
}
