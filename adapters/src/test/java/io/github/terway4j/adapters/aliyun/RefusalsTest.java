package io.github.terway4j.adapters.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.aliyun.AliyunEndpoints.Scheme;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.Nothing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a call that did not succeed is understood, and that nothing secret is said of it. */
class RefusalsTest {
    private static final EniId ENI = new EniId("eni-1");
    private static final String SECRET = "nobody-must-see-this";

    private final CannedCloud cloud = new CannedCloud();
    private final NotedTurns turns = new NotedTurns();
    private final AliyunCloudNetwork network = network(cloud.endpoints());

    private AliyunCloudNetwork network(AliyunEndpoints endpoints) {
        return new AliyunCloudNetwork(
                new AliyunApi(
                        endpoints,
                        () -> new CloudOutcome.Done<>(new Credentials.AccessKey("key-" + SECRET, SECRET)),
                        turns),
                Optional.empty());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private CloudOutcome<Nothing> refused(int status, String code) {
        cloud.refusing(status, code, "in the cloud's own words");
        return network.delete(ENI);
    }

    @ParameterizedTest
    @CsvSource({
        "LimitReached, 403, MaxEniCountExceeded",
        "LimitReached, 403, EniPerInstanceLimitExceeded",
        "LimitReached, 403, SecurityGroupInstanceLimitExceed",
        "LimitReached, 403, InvalidOperation.Ipv4CountExceeded",
        "LimitReached, 403, InvalidOperation.Ipv6CountExceeded",
        "LimitReached, 403, QuotaExceed.Tags",
        "Conflict, 400, InvalidOperation.InvalidEniState",
        "Conflict, 403, Operation.Conflict",
        "Conflict, 403, InvalidIp.IpUnassigned",
        "Conflict, 400, IdempotentFailed",
        "Conflict, 400, TaskConflict",
        "Conflict, 400, IncorrectRouteEntryStatus",
        "Conflict, 400, IncorrcetRouteEntryStatus",
        "Conflict, 400, IncorrectVpcStatus",
        "Conflict, 400, OperationConflict",
        "Conflict, 400, RouterEntryConflict.Duplicated",
        "Conflict, 400, InvalidCIDRBlock.Duplicate",
        "Conflict, 400, Duplicated.VpcNextHop",
        "Conflict, 400, DependencyViolation.RouteEntry",
        "LimitReached, 400, QuotaExceeded",
        "Denied, 400, InvalidCidrBlock",
        "Denied, 400, InvalidCidrBlock.Malformed",
        "Denied, 400, InvalidNexthop",
        "Denied, 400, OperationDenied",
        "Denied, 403, Forbidden.RAM",
        "Denied, 400, IdempotentParameterMismatch",
        "Denied, 403, InvalidOperation.AvailabilityZoneMismatch",
        "Denied, 400, InvalidOperation.DetachPrimaryEniNotAllowed",
        "Denied, 403, InvalidIp.Address",
        "Denied, 400, MissingParameter.RegionId",
        "Denied, 400, MissingVSwitchId",
        "Denied, 400, MissingNetworkInterfaceId",
        "Denied, 400, MissingSecurityToken",
        "Denied, 400, ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock",
        "Denied, 404, InvalidAccessKeyId.NotFound",
        "Denied, 400, SignatureDoesNotMatch",
        "Denied, 404, InvalidAction.NotFound",
        "Denied, 403, Abs.InvalidAccount.NotFound",
        "Unknown, 400, LastTokenProcessing",
        "Unknown, 400, IdempotentProcessing",
        "Unknown, 403, OperationFailed.IdempotentTokenProcessing",
        "Unknown, 500, InternalError",
        "Unknown, 503, ServiceUnavailable",
        "Unknown, 500, UnknownError",
        "Conflict, 400, SystemBusy",
        "Conflict, 403, InvalidOperation.Conflict",
        "Conflict, 403, InvalidOperation.EniLinked",
        "Conflict, 400, InvalidPrivateIpAddress.Duplicated",
        "Conflict, 400, IncorrectVSwitchStatus",
        "Conflict, 400, IncorrectHaVipStatus",
        "Conflict, 400, InvalidVBRStatus",
        "Denied, 400, InvalidSecurityToken.Expired",
        "Denied, 400, Forbidden.RegionId",
        "Denied, 403, Forbidden.SubUser",
        "Denied, 403, Forbidden.NotSupportRAM",
        "Denied, 403, Forbbiden",
        "Denied, 403, InvalidUserType.NotSupported",
        "Denied, 400, InvalidOperation.InvalidRegion",
        "Denied, 400, InvalidOperation.InvalidGeneration",
        "Denied, 403, InvalidOperation.EniServiceManaged",
        "Denied, 403, InvalidSecurityGroupId.NotVpc",
        "Denied, 403, InvalidVpc.Empty",
        "LimitReached, 400, 1013",
    })
    void each_code_has_its_meaning(String outcome, int status, String code) {
        var refused = refused(status, code);
        assertEquals(outcome, refused.getClass().getSimpleName(), refused.words());
        assertTrue(refused.words().contains(code), refused.words());
        assertTrue(refused.words().contains("B61C08E5"), refused.words());
    }

    @ParameterizedTest
    @CsvSource({
        "NotFound, 404, InvalidEniId.NotFound",
        "NotFound, 404, InvalidEcsId.NotFound",
        "NotFound, 403, InvalidInstanceId.NotFound",
        "NotFound, 404, InvalidSecurityGroupId.NotFound",
        "NotFound, 400, InvalidRouteEntry.NotFound",
        "NotFound, 400, InvalidNextHop.NotFound",
        "NotFound, 404, InvalidRouteTableId.NotFound",
        "NotFound, 404, InvalidResourceGroup.NotFound",
        "NotFound, 404, InvalidAllocationId.NotFound",
        "NotFound, 400, 1011",
    })
    void where_something_is_to_be_made_whatever_is_missing_is_not_found(String outcome, int status, String code) {
        cloud.refusing(status, code, "in the cloud's own words");
        var refused = network.attach(ENI, new InstanceId("i-1"));
        assertEquals(outcome, refused.getClass().getSimpleName(), refused.words());
        assertTrue(refused.words().contains(code), refused.words());
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidEniId.NotFound, NotFound, NotFound, NotFound",
        "1011, NotFound, NotFound, NotFound",
        "InvalidEcsId.NotFound, Unforeseen, NotFound, Unforeseen",
        "InvalidInstanceId.NotFound, Unforeseen, NotFound, Unforeseen",
        "InvalidResourceGroup.NotFound, Unforeseen, Unforeseen, Unforeseen",
        "InvalidSecurityGroupId.NotFound, Unforeseen, Unforeseen, Unforeseen",
        "InvalidVSwitchId.NotFound, Unforeseen, Unforeseen, Unforeseen",
        "InvalidAllocationId.NotFound, Unforeseen, Unforeseen, Unforeseen",
    })
    void what_is_given_back_is_gone_only_where_nothing_else_can_be_missing(
            String code, String deleted, String detached, String unassigned) {
        for (int call = 0; call < 3; call++) {
            cloud.refusing(404, code, "in the cloud's own words");
        }
        assertEquals(deleted, kind(network.delete(ENI)));
        assertEquals(detached, kind(network.detach(ENI, new InstanceId("i-1"))));
        assertEquals(unassigned, kind(network.unassign(ENI, List.of(Ip.parse("10.0.0.8")))));
    }

    private static String kind(CloudOutcome<?> outcome) {
        return outcome.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource({
        "Conflict, 1, 400, InvalidSecurityToken.Expired",
        "Conflict, 1, 400, InvalidSecurityToken.Malformed",
        "Conflict, 1, 404, InvalidAccessKeyId.NotFound",
        "Denied, 0, 403, Forbidden.RAM",
        "Denied, 0, 400, SignatureDoesNotMatch",
        "Unknown, 0, 500, InvalidSecurityToken.Expired",
    })
    void temporary_credentials_that_the_cloud_does_not_know_are_given_back_and_the_next_may_do(
            String outcome, int told, int status, String code) {
        var given = new Credentials.Temporary("STS." + SECRET, SECRET, SECRET, Instant.MAX);
        var refused = new ArrayList<Credentials>();
        var source = new CredentialSource() {
            @Override
            public CloudOutcome<Credentials> current() {
                return new CloudOutcome.Done<>(given);
            }

            @Override
            public void refused(Credentials credentials) {
                refused.add(credentials);
            }
        };
        cloud.refusing(status, code, "in the cloud's own words");
        var ended =
                new AliyunCloudNetwork(new AliyunApi(cloud.endpoints(), source, turns), Optional.empty()).delete(ENI);
        assertEquals(outcome, ended.getClass().getSimpleName(), ended.words());
        assertEquals(Collections.nCopies(told, given), refused);
        assertHidden(ended.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "Throttling.Api", "Throttling.DeepPageSkip"})
    void every_kind_of_throttling_slows_that_api_down(String code) {
        for (var status : List.of(400, 403, 429, 503)) {
            assertEquals(new CloudOutcome.Throttled<>(Duration.ofSeconds(3)), refused(status, code));
            assertEquals("DeleteNetworkInterface throttled", turns.noted.getLast());
        }
    }

    @Test
    void throttling_of_the_user_slows_everything_down() {
        assertEquals(new CloudOutcome.Throttled<>(Duration.ofSeconds(7)), refused(400, "Throttling.User"));
        assertEquals("all throttled", turns.noted.getLast());
    }

    @Test
    void what_the_cloud_did_while_it_failed_nobody_knows() {
        assertInstanceOf(CloudOutcome.Unknown.class, refused(500, "InvalidOperation.InvalidEniState"));
        assertInstanceOf(CloudOutcome.Unknown.class, refused(500, "Strange.Code"));
        cloud.answering(502, "<html>Bad Gateway</html>");
        assertInstanceOf(CloudOutcome.Unknown.class, network.delete(ENI));
        cloud.answering(404, "<html>Not Found</html>");
        assertInstanceOf(CloudOutcome.Unknown.class, network.delete(ENI));
        cloud.answering(200, "<html>Welcome</html>");
        assertInstanceOf(CloudOutcome.Unknown.class, network.delete(ENI));
    }

    @Test
    void an_answer_that_the_library_chokes_on_is_unknown_and_its_text_is_not_repeated() {
        cloud.answeringUntyped("{\"RequestId\": \"s3cret\"}");
        var untyped = assertInstanceOf(CloudOutcome.Unknown.class, network.delete(ENI));
        assertFalse(untyped.words().contains("s3cret"), untyped::words);
        cloud.answering(404, "");
        assertInstanceOf(CloudOutcome.Unknown.class, network.delete(ENI), "a status alone is nobody's word");
    }

    @Test
    void what_nobody_foresaw_keeps_its_code_and_its_request() {
        assertEquals(
                new CloudOutcome.Unforeseen<>("Eni.IsOnHoliday", "B61C08E5", "in the cloud's own words"),
                refused(403, "Eni.IsOnHoliday"));
        var never = assertInstanceOf(CloudOutcome.Unforeseen.class, refused(400, "InvalidOperation.NeverHeardOf"));
        assertEquals(
                "refused with the unforeseen code InvalidOperation.NeverHeardOf (request B61C08E5): in the cloud's own words",
                never.words());
    }

    @Test
    void a_call_that_reaches_nobody_or_is_not_answered_is_unknown_and_made_once() throws IOException {
        var host = "127.0.0.1:" + portOfNobody();
        var outcome = network(new AliyunEndpoints(new Region("r"), Scheme.HTTP, host, host, Map.of()))
                .delete(ENI);
        assertInstanceOf(CloudOutcome.Unknown.class, outcome);
        assertHidden(outcome.words());
        refused(503, "ServiceUnavailable");
        refused(400, "Throttling");
        assertEquals(2, cloud.asked.size());
    }

    @Test
    void no_words_show_what_a_call_was_signed_with() {
        for (var message : List.of(
                "server string to sign is:POST&%2F&AccessKeyId%3Dkey-" + SECRET + "%26Action%3DDelete",
                "see http://ecs.example.com/?Action=A&Signature=" + SECRET + "&b=c",
                "SecurityToken=" + SECRET,
                "AccessKeyId=key-" + SECRET + "&Format=JSON")) {
            for (var code : List.of("SignatureDoesNotMatch", "Strange.Code", "InternalError")) {
                cloud.refusing(400, code, message);
                assertHidden(network.delete(ENI).words());
            }
        }
        cloud.answering(200, "no JSON");
        assertHidden(network.delete(ENI).words());
    }

    private static int portOfNobody() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return deaf.getLocalPort();
        }
    }

    private static void assertHidden(String words) {
        assertFalse(words.contains(SECRET), words);
        assertFalse(words.isBlank());
    }
}
