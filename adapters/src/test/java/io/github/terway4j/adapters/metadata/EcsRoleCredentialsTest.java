package io.github.terway4j.adapters.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EcsRoleCredentialsTest {
    private static final String FOLDER = "ram/security-credentials/";
    private static final String GOOD = """
            {
              "AccessKeyId" : "STS.leak1",
              "AccessKeySecret" : "leak2",
              "Expiration" : "2026-01-01T06:00:00Z",
              "SecurityToken" : "leak3",
              "LastUpdated" : "2026-01-01T00:00:00Z",
              "Code" : "Success"
            }
            """;

    private final ScriptedService service = new ScriptedService();
    private final MetadataClient client = service.client();
    private final EcsRoleCredentials credentials = new EcsRoleCredentials(client, service);

    @BeforeEach
    void haveARole() {
        service.says(FOLDER, "Worker");
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Worker", "Worker\n", "Worker/", "Worker\nOther"})
    void the_first_role_is_asked_for(String list) {
        service.says(FOLDER, list);
        service.says(FOLDER + "Worker", GOOD);
        assertEquals(
                new CloudOutcome.Done<>(new Credentials.Temporary(
                        "STS.leak1", "leak2", "leak3", Instant.parse("2026-01-01T06:00:00Z"))),
                credentials.current());
    }

    @Test
    void an_instance_without_a_role_may_not() {
        service.refuses(FOLDER, 404);
        assertEquals(new CloudOutcome.Denied<>("the instance has no RAM role"), credentials.current());
    }

    @Test
    void a_role_that_has_just_been_taken_away_is_none() {
        assertInstanceOf(CloudOutcome.Denied.class, credentials.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../mac", "a b", "", "<html>", "a?b", "a%2fb"})
    void a_name_that_no_role_can_have_is_not_asked_for(String name) {
        service.says(FOLDER, name);
        assertInstanceOf(CloudOutcome.Unknown.class, credentials.current());
        assertEquals(1, service.heard("GET /latest/meta-data"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leak",
                "{\"AccessKeyId\": leak}",
                "[\"leak\"]",
                "{}",
                "{\"Code\": \"Success\", \"AccessKeyId\": \"leak\", \"AccessKeySecret\": \"leak\"}",
                "{\"Code\": \"Success\", \"AccessKeyId\": \"leak\", \"AccessKeySecret\": \"leak\","
                        + " \"SecurityToken\": \"leak\", \"Expiration\": \"leak\"}",
                "{\"Code\": \"Success\", \"AccessKeyId\": \"leak\", \"AccessKeySecret\": \"leak\","
                        + " \"SecurityToken\": 7, \"Expiration\": \"2027-01-01T00:00:00Z\"}",
                "{\"Code\": \"Failed\", \"AccessKeyId\": \"leak\", \"AccessKeySecret\": \"leak\","
                        + " \"SecurityToken\": \"leak\", \"Expiration\": \"2027-01-01T00:00:00Z\"}",
                "{\"Code\": \"Success\", \"AccessKeyId\": \"leak\", \"AccessKeySecret\": \"leak\","
                        + " \"SecurityToken\": \"leak\", \"Expiration\": \"2026-01-01T00:00:00Z\"}"
            })
    void what_cannot_be_used_is_unknown_and_never_quoted(String document) {
        service.says(FOLDER + "Worker", document);
        var words = assertInstanceOf(CloudOutcome.Unknown.class, credentials.current())
                .words();
        assertFalse(words.contains("leak"), words);
    }

    @Test
    void when_the_service_does_not_answer_nothing_is_known() {
        service.refuses(FOLDER, 500);
        assertInstanceOf(CloudOutcome.Unknown.class, credentials.current());
    }
}
