package io.github.terway4j.adapters.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.aliyun.AliyunEndpoints.Scheme;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer whose end is lost on the way is no answer, wherever it ends and whatever was said of its length. */
class CutAnswersTest {
    private static final String WHOLE = """
            {"RequestId": "1", "NextToken": "", "NetworkInterfaceSets": {"NetworkInterfaceSet": [
             {"NetworkInterfaceId": "eni-1", "Status": "InUse", "Type": "Secondary", "Tags": {"Tag": []},
              "MacAddress": "00:16:3e:00:00:01", "VSwitchId": "vsw-1", "PrivateIpAddress": "10.0.0.1",
              "PrivateIpSets": {"PrivateIpSet": [{"PrivateIpAddress": "10.0.0.1", "Primary": true}]}}]}}""";

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void wherever_an_answer_is_cut_off_it_is_unknown(CuttingServer.Announced announced) {
        for (int end = 0; end < WHOLE.length(); end += step(end)) {
            var length = end;
            try (var server = new CuttingServer(200, WHOLE, length, announced)) {
                var outcome = assertTimeoutPreemptively(
                        AT_MOST,
                        () -> network(server).enisOf(new InstanceId("i-1")),
                        () -> "after " + WHOLE.substring(0, length));
                assertInstanceOf(CloudOutcome.Unknown.class, outcome, () -> "after " + WHOLE.substring(0, length));
            }
        }
    }

    /** The ends are looked at one by one, and what is between them here and there. */
    private static int step(int end) {
        return end < 40 || end > WHOLE.length() - 40 ? 1 : 7;
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_that_is_cut_off_promises_nothing(CuttingServer.Announced announced) {
        var refusal = "{\"RequestId\": \"1\", \"Code\": \"InvalidEniId.NotFound\", \"Message\": \"none\"}";
        try (var server = new CuttingServer(404, refusal, refusal.length() - 1, announced)) {
            var outcome =
                    assertTimeoutPreemptively(AT_MOST, () -> network(server).delete(new EniId("eni-1")));
            assertInstanceOf(CloudOutcome.Unknown.class, outcome, outcome.words());
        }
    }

    @Test
    void a_whole_answer_is_read() {
        try (var server = new CuttingServer(200, WHOLE, WHOLE.length(), CuttingServer.Announced.WHAT_COMES)) {
            var done = assertInstanceOf(CloudOutcome.Done.class, network(server).enisOf(new InstanceId("i-1")));
            assertEquals(List.of("eni-1"), ids(done));
        }
    }

    @Test
    void where_it_was_cut_is_said_and_nothing_that_it_held() {
        try (var server = new CuttingServer(200, WHOLE, 200, CuttingServer.Announced.WHAT_COMES)) {
            var words = network(server).enisOf(new InstanceId("i-1")).words();
            assertTrue(
                    words.startsWith("DescribeNetworkInterfaces: no answer, or one that was cut off: line 3, "), words);
        }
    }

    private static List<String> ids(CloudOutcome.Done<?> done) {
        return ((List<?>) done.value())
                .stream().map(eni -> ((Eni) eni).id().text()).toList();
    }

    private static AliyunCloudNetwork network(CuttingServer server) {
        var endpoints =
                new AliyunEndpoints(new Region("r"), Scheme.HTTP, server.authority(), server.authority(), Map.of());
        return new AliyunCloudNetwork(
                new AliyunApi(
                        endpoints,
                        () -> new CloudOutcome.Done<>(new Credentials.AccessKey("key", "secret")),
                        new NotedTurns()),
                Optional.empty());
    }
}
