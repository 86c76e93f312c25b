package io.github.terway4j.simulator.openapi.ram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyTest {
    private static final String ENI = "acs:ecs:cn-hangzhou:1:eni/eni-1";

    @Test
    void what_no_statement_speaks_of_is_not_allowed() {
        assertFalse(Policy.NOTHING.allows("ecs:DescribeInstances", ENI));
        assertFalse(allowing("ecs:DescribeInstances").allows("ecs:DeleteInstance", ENI));
    }

    @Test
    void who_may_everything_may_this() {
        assertTrue(Policy.EVERYTHING.allows("ecs:DescribeInstances", ENI));
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:DescribeInstances, true",
        "ecs:describeinstances, true",
        "ecs:Describe*, true",
        "ecs:*Instances, true",
        "ecs:D*e*s*c*s, true",
        "*, true",
        "ecs:Describe?nstances, true",
        "ecs:Describe, false",
        "ecs:*Instance, false",
        "vpc:*, false",
        "ecs:DescribeInstances?, false",
        "'', false"
    })
    void a_star_stands_for_any_text_and_a_question_mark_for_any_letter(String action, boolean allowed) {
        assertEquals(allowed, allowing(action).allows("ecs:DescribeInstances", ENI));
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "acs:ecs:*:*:eni/*, true",
        "acs:ecs:cn-hangzhou:1:eni/eni-1, true",
        "acs:ecs:cn-beijing:*:*, false",
        "acs:ecs:*:*:instance/*, false"
    })
    void an_allowance_is_for_the_resources_that_it_names(String resource, boolean allowed) {
        assertEquals(
                allowed,
                new Policy(List.of(new Statement(true, List.of("*"), List.of(resource)))).allows("ecs:Any", ENI));
    }

    @Test
    void a_denial_counts_more_than_any_allowance() {
        var policy = Policy.parse("""
                {"Version": "1", "Statement": [
                  {"Effect": "Deny", "Action": "ecs:Delete*", "Resource": "*"},
                  {"Effect": "Allow", "Action": ["ecs:*", "vpc:DescribeVSwitches"], "Resource": ["*"]}]}
                """);
        assertTrue(policy.allows("ecs:AttachNetworkInterface", ENI));
        assertTrue(policy.allows("vpc:DescribeVSwitches", ENI));
        assertFalse(policy.allows("ecs:DeleteNetworkInterface", ENI));
        assertFalse(policy.allows("vpc:CreateRouteEntry", ENI));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"Version\": \"2\", \"Statement\": []}",
                "{\"Version\": \"1\"}",
                "{\"Version\": \"1\", \"Statement\": [\"Allow\"]}",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Perhaps\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\"}]}",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [1], \"Resource\": \"*\"}]}",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\","
                        + " \"Condition\": {}}]}"
            })
    void a_document_that_is_not_understood_is_refused(String document) {
        assertThrows(IllegalArgumentException.class, () -> Policy.parse(document));
    }

    private static Policy allowing(String action) {
        return new Policy(List.of(new Statement(true, List.of(action), List.of("*"))));
    }
}
