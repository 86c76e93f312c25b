package io.github.terway4j.app.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.simulator.cloud.Translation;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.openapi.Reply;
import io.github.terway4j.simulator.openapi.wire.Refusal;
import io.github.terway4j.simulator.quirk.CallRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A refusal of the simulated cloud means the same to whoever asks it in memory and to whoever asks it over HTTP: what the
 * product learns in the simulator it knows of the real cloud.
 */
class OneMeaningTest {
    private static final VSwitchId VSWITCH = new VSwitchId("vsw-1");

    @ParameterizedTest
    @EnumSource
    void a_refusal_means_the_same_on_both_ways(ApiError error) {
        var inMemory = Translation.<Eni>outcome(new Answer.Refused<>(error, VSWITCH.text(), "no"));
        var overHttp = overHttp(error.code(), error.httpStatus());
        assertEquals(inMemory.getClass(), overHttp.getClass(), () -> error + ": " + overHttp.words());
        assertNotEquals(CloudOutcome.Unforeseen.class, overHttp.getClass());
        if (inMemory instanceof CloudOutcome.VSwitchExhausted<Eni>) {
            assertEquals(inMemory, overHttp);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_no_rule_of_the_cloud_leads_to_means_the_same_too(CallRefusal why) {
        var inMemory = Translation.<Eni>refused("CreateNetworkInterface", why);
        var overHttp = overHttp(why.code(), why.httpStatus());
        assertEquals(inMemory.getClass(), overHttp.getClass(), overHttp.words());
        assertNotEquals(CloudOutcome.Unforeseen.class, overHttp.getClass());
    }

    @ParameterizedTest
    @EnumSource
    void of_what_is_given_back_it_means_the_same_on_both_ways(CallRefusal why) {
        try (var door = refusing(why.code(), why.httpStatus())) {
            var network = new AliyunCloudNetwork(door.api(), Optional.empty());
            assertEquals(
                    Translation.refused("DeleteNetworkInterface", why).getClass(),
                    network.delete(new EniId("eni-1")).getClass());
            assertEquals(
                    Translation.refused("DetachNetworkInterface", why).getClass(),
                    network.detach(new EniId("eni-1"), new InstanceId("i-1")).getClass());
        }
    }

    private static CloudAtItsDoor refusing(String code, int status) {
        return new CloudAtItsDoor(1, open -> open.within((_, _) -> new Reply.Refused(new Refusal(code, status, "no"))));
    }

    private static CloudOutcome<Eni> overHttp(String code, int status) {
        try (var door = refusing(code, status)) {
            var wanted = new NewEni(new InstanceId("i-1"), VSWITCH, List.of(), 1, 0, Map.of());
            return new AliyunCloudNetwork(door.api(), Optional.empty()).create(wanted, new ClientToken("token"));
        }
    }
}
