package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DoorTest {
    private static final Pattern ID = Pattern.compile("\"RequestId\":\"([0-9A-F-]{36})\"");

    @Test
    void an_answer_in_json_has_no_root_and_lists_by_their_two_names() {
        var stand = new Stand();
        var answer = create(stand);
        assertEquals(200, answer.status());
        assertEquals("application/json;charset=utf-8", answer.contentType());
        assertTrue(answer.body().startsWith("{\"RequestId\":\""), answer::body);
        assertTrue(
                answer.body()
                        .contains(
                                "\"SecurityGroupIds\":{\"SecurityGroupId\":[\"%s\"]}".formatted(stand.securityGroup())),
                answer::body);
        assertTrue(
                answer.body().contains("\"Tags\":{\"Tag\":[{\"TagKey\":\"a<b\",\"TagValue\":\"1\"}]}"), answer::body);
    }

    @Test
    void an_answer_is_xml_unless_json_is_asked_for() {
        var stand = new Stand();
        var answer = create(stand, "Format", "");
        assertEquals("text/xml;charset=utf-8", answer.contentType());
        assertTrue(
                answer.body()
                        .startsWith(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CreateNetworkInterfaceResponse><RequestId>"),
                answer::body);
        assertTrue(
                answer.body()
                        .contains("<SecurityGroupIds><SecurityGroupId>%s</SecurityGroupId></SecurityGroupIds>"
                                .formatted(stand.securityGroup())),
                answer::body);
        assertTrue(
                answer.body().contains("<Tags><Tag><TagKey>a&lt;b</TagKey><TagValue>1</TagValue></Tag></Tags>"),
                answer::body);
    }

    @Test
    void a_refusal_in_xml_is_an_error() {
        var answer = new Stand().client.call("DeleteNetworkInterface", "NetworkInterfaceId", "eni-1", "Format", "XML");
        assertEquals(404, answer.status());
        assertTrue(answer.body().contains("<Error><RequestId>"), answer::body);
        assertTrue(
                answer.body()
                        .contains("<HostId>localhost</HostId><Code>InvalidEniId.NotFound</Code><Message>"
                                + "eni-1 does not exist</Message><Recommend>https://"),
                answer::body);
    }

    @Test
    void each_request_has_a_name_of_its_own() {
        var stand = new Stand();
        assertFalse(id(stand.client.call("DescribeInstances")).equals(id(stand.client.call("DescribeInstances"))));
    }

    @Test
    void gates_are_passed_from_the_outermost_to_the_innermost_and_only_there_the_caller_is_known() {
        var passed = new ArrayList<String>();
        var stand = new Stand(api -> api.outside(noting("first", passed))
                .outside(noting("second", passed))
                .within(noting("third", passed)));
        stand.client.call("DescribeInstances");
        assertEquals(List.of("first: nobody", "second: nobody", "third: root"), passed);
    }

    @Test
    void a_gate_may_lose_a_reply_after_its_call_has_taken_effect() {
        var stand = new Stand(api -> api.within((call, onward) -> {
            onward.go(call);
            return new Reply.Lost();
        }));
        var signed = Client.signed(
                Client.SECRET,
                stand.client.parameters(
                        "CreateNetworkInterface",
                        "VSwitchId",
                        stand.vSwitch(),
                        "SecurityGroupId",
                        stand.securityGroup()));
        assertEquals(Optional.empty(), stand.client.ask(signed));
        assertEquals(4, stand.scene.cloud().enis().size());
    }

    @Test
    void a_gate_sees_what_is_refused_behind_it() {
        var stand = new Stand(api -> api.outside((call, onward) -> switch (onward.go(call)) {
            case Reply.Refused(var refusal) -> new Reply.Given(new Fields().put("Was", refusal.code()));
            case Reply.Given given -> given;
            case Reply.Lost lost -> lost;
            case Reply.Foreign foreign -> foreign;
        }));
        assertTrue(stand.client.call("Nonsense").body().contains("\"Was\":\"InvalidAction.NotFound\""));
    }

    @Test
    void a_gate_may_refuse_by_throwing() {
        var stand = new Stand(api -> api.within((_, _) -> {
            throw Rejection.of("Throttling.User", 400, "Slow down.");
        }));
        refused("Throttling.User", stand.client.call("DescribeInstances"));
    }

    private static Gate noting(String name, List<String> passed) {
        return (call, onward) -> {
            passed.add(name + ": " + call.caller());
            return onward.go(call);
        };
    }

    private static Outgoing create(Stand stand, String... more) {
        var pairs = new ArrayList<>(
                List.of("VSwitchId", stand.vSwitch(), "SecurityGroupId", stand.securityGroup(), "Tag.1.Key", "a<b"));
        pairs.addAll(List.of("Tag.1.Value", "1"));
        pairs.addAll(List.of(more));
        return stand.client.call("CreateNetworkInterface", pairs.toArray(String[]::new));
    }

    private static String id(Outgoing answer) {
        return ID.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static void refused(String code, Outgoing answer) {
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
    }
}
