package io.github.terway4j.adapters.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said to the cloud, and what is understood of its answers. */
class AliyunCloudNetworkTest {
    private static final InstanceId INSTANCE = new InstanceId("i-1");
    private static final EniId ENI = new EniId("eni-1");
    private static final ClientToken TOKEN = new ClientToken("once");
    private static final CloudOutcome<Nothing> DONE = new CloudOutcome.Done<>(Nothing.NOTHING);

    private final CannedCloud cloud = new CannedCloud();
    private final NotedTurns turns = new NotedTurns();
    private Credentials credentials = new Credentials.AccessKey("testid", "testsecret");
    private final AliyunCloudNetwork network = new AliyunCloudNetwork(
            new AliyunApi(cloud.endpoints(), () -> new CloudOutcome.Done<>(credentials), turns), Optional.of("rg-1"));

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_new_eni_is_ordered_with_all_that_it_shall_have() {
        cloud.answering("""
                {"RequestId": "1", "NetworkInterfaceId": "eni-1", "MacAddress": "00:16:3e:00:00:01", "Type": "Secondary",
                 "Status": "Available", "VSwitchId": "vsw-1", "PrivateIpAddress": "10.0.0.7",
                 "PrivateIpSets": {"PrivateIpSet": [{"PrivateIpAddress": "10.0.0.9", "Primary": false},
                    {"PrivateIpAddress": "10.0.0.7", "Primary": true},
                    {"PrivateIpAddress": "10.0.0.8", "Primary": false}]},
                 "Ipv6Sets": {"Ipv6Set": [{"Ipv6Address": "fd00::1"}]}}
                """);
        var wanted = new NewEni(
                INSTANCE,
                new VSwitchId("vsw-1"),
                List.of(new SecurityGroupId("sg-1"), new SecurityGroupId("sg-2")),
                3,
                1,
                Map.of("creator", "terway"));
        assertEquals(
                new CloudOutcome.Done<>(
                        eni("eni-1", EniStatus.AVAILABLE, "10.0.0.7", "10.0.0.9", "10.0.0.8", "fd00::1")),
                network.create(wanted, TOKEN));
        assertEquals(
                Map.ofEntries(
                        Map.entry("Action", "CreateNetworkInterface"),
                        Map.entry("VSwitchId", "vsw-1"),
                        Map.entry("SecurityGroupIds.1", "sg-1"),
                        Map.entry("SecurityGroupIds.2", "sg-2"),
                        Map.entry("SecondaryPrivateIpAddressCount", "2"),
                        Map.entry("Ipv6AddressCount", "1"),
                        Map.entry("Tag.1.Key", "creator"),
                        Map.entry("Tag.1.Value", "terway"),
                        Map.entry("Tag.2.Key", "terway4j/instance"),
                        Map.entry("Tag.2.Value", "i-1"),
                        Map.entry("ResourceGroupId", "rg-1"),
                        Map.entry("DeleteOnRelease", "true"),
                        Map.entry("Description", "made by terway4j for pods"),
                        // Under another resource group the same token would be another call: its CRC-32 tells them
                        // apart.
                        Map.entry("ClientToken", "once-dc1e307b")),
                cloud.lastAsked());
    }

    @Test
    void one_address_comes_without_asking() {
        network.create(new NewEni(INSTANCE, new VSwitchId("vsw-1"), List.of(), 1, 0, Map.of()), TOKEN);
        assertFalse(cloud.lastAsked().containsKey("SecondaryPrivateIpAddressCount"));
        assertFalse(cloud.lastAsked().containsKey("Ipv6AddressCount"));
    }

    @Test
    void an_eni_that_was_made_but_not_named_is_unknown() {
        cloud.answering("{\"RequestId\": \"1\"}");
        var unknown = assertInstanceOf(
                CloudOutcome.Unknown.class,
                network.create(new NewEni(INSTANCE, new VSwitchId("vsw-1"), List.of(), 1, 0, Map.of()), TOKEN));
        assertEquals("the cloud's answer cannot be read: NetworkInterfaceId is missing", unknown.words());
    }

    @Test
    void enis_come_and_go_by_their_ids() {
        for (int i = 0; i < 3; i++) {
            cloud.answering("{\"RequestId\": \"1\"}");
        }
        assertEquals(DONE, network.attach(ENI, INSTANCE));
        assertEquals(
                Map.of("Action", "AttachNetworkInterface", "NetworkInterfaceId", "eni-1", "InstanceId", "i-1"),
                cloud.lastAsked());
        assertEquals(DONE, network.detach(ENI, INSTANCE));
        assertEquals(
                Map.of("Action", "DetachNetworkInterface", "NetworkInterfaceId", "eni-1", "InstanceId", "i-1"),
                cloud.lastAsked());
        assertEquals(DONE, network.delete(ENI));
        assertEquals(Map.of("Action", "DeleteNetworkInterface", "NetworkInterfaceId", "eni-1"), cloud.lastAsked());
    }

    @Test
    void addresses_of_each_family_are_asked_for_by_its_own_call() {
        cloud.answering("""
                        {"RequestId": "1", "AssignedPrivateIpAddressesSet": {"NetworkInterfaceId": "eni-1",
                         "PrivateIpSet": {"PrivateIpAddress": ["10.0.0.8", "10.0.0.9"]}}}
                        """).answering("{\"RequestId\": \"1\", \"Ipv6Sets\": {\"Ipv6Address\": [\"fd00::1\"]}}");
        assertEquals(new CloudOutcome.Done<>(ips("10.0.0.8", "10.0.0.9")), network.assign(ENI, IpFamily.V4, 2, TOKEN));
        assertEquals(
                Map.of(
                        "Action", "AssignPrivateIpAddresses",
                        "NetworkInterfaceId", "eni-1",
                        "SecondaryPrivateIpAddressCount", "2",
                        "ClientToken", "once"),
                cloud.lastAsked());
        assertEquals(new CloudOutcome.Done<>(ips("fd00::1")), network.assign(ENI, IpFamily.V6, 1, TOKEN));
        assertEquals(
                Map.of(
                        "Action", "AssignIpv6Addresses",
                        "NetworkInterfaceId", "eni-1",
                        "Ipv6AddressCount", "1",
                        "ClientToken", "once"),
                cloud.lastAsked());
    }

    @Test
    void an_exhausted_vswitch_is_looked_up_where_the_call_does_not_name_it() {
        cloud.refusing(403, "QuotaExceeded.PrivateIpAddress", "none left")
                .answering(page("", described("eni-1", "InUse", "i-1", "10.0.0.7")));
        assertEquals(
                new CloudOutcome.VSwitchExhausted<List<Ip>>(new VSwitchId("vsw-1")),
                network.assign(ENI, IpFamily.V4, 2, TOKEN));
        assertEquals("eni-1", cloud.lastAsked().get("NetworkInterfaceId.1"));
    }

    @Test
    void where_it_cannot_be_looked_up_there_is_still_a_limit() {
        cloud.refusing(403, "InvalidVSwitchId.IpNotEnough", "none left").answering(page(""));
        assertInstanceOf(CloudOutcome.LimitReached.class, network.assign(ENI, IpFamily.V4, 2, TOKEN));
    }

    @Test
    void all_that_was_asked_for_is_taken_without_asking_what_is_there() {
        cloud.answering("{\"RequestId\": \"1\"}");
        assertEquals(DONE, network.unassign(ENI, ips("10.0.0.8", "10.0.0.9")));
        assertEquals(
                Map.of(
                        "Action", "UnassignPrivateIpAddresses",
                        "NetworkInterfaceId", "eni-1",
                        "PrivateIpAddress.1", "10.0.0.8",
                        "PrivateIpAddress.2", "10.0.0.9"),
                cloud.lastAsked());
        assertEquals(1, cloud.asked.size());
    }

    @Test
    void one_address_that_the_cloud_says_is_gone_is_gone() {
        unassigned();
        assertEquals(DONE, network.unassign(ENI, ips("10.0.0.8")));
        assertEquals(1, cloud.asked.size());
    }

    @Test
    void where_one_of_several_is_gone_the_others_that_are_shown_are_taken() {
        unassigned();
        cloud.answering(page("", described("eni-1", "InUse", "i-1", "10.0.0.7", "10.0.0.8")))
                .answering("{\"RequestId\": \"1\"}");
        assertEquals(DONE, network.unassign(ENI, ips("10.0.0.8", "10.0.0.9")));
        assertEquals(
                Map.of(
                        "Action", "UnassignPrivateIpAddresses",
                        "NetworkInterfaceId", "eni-1",
                        "PrivateIpAddress.1", "10.0.0.8"),
                cloud.lastAsked());
        assertEquals(3, cloud.asked.size());
    }

    @Test
    void of_several_that_are_not_shown_each_is_asked_for_since_only_one_need_be_gone() {
        unassigned();
        cloud.answering(page("", described("eni-1", "InUse", "i-1", "10.0.0.7")));
        unassigned();
        cloud.answering("{\"RequestId\": \"1\"}");
        assertEquals(DONE, network.unassign(ENI, ips("10.0.0.8", "10.0.0.9")));
        assertEquals("10.0.0.8", cloud.asked.get(2).get("PrivateIpAddress.1"));
        assertEquals("10.0.0.9", cloud.asked.get(3).get("PrivateIpAddress.1"));
        assertEquals(4, cloud.asked.size());
    }

    @Test
    void an_eni_that_is_not_shown_is_not_thereby_gone() {
        unassigned();
        cloud.answering(page(""));
        assertInstanceOf(CloudOutcome.Conflict.class, network.unassign(ENI, ips("10.0.0.8", "10.0.0.9")));
        cloud.refusing(404, "InvalidEniId.NotFound", "no such thing");
        assertInstanceOf(CloudOutcome.NotFound.class, network.unassign(ENI, ips("10.0.0.8", "10.0.0.9")));
        assertEquals(3, cloud.asked.size());
    }

    @Test
    void a_description_that_still_shows_what_is_gone_is_not_followed() {
        unassigned();
        cloud.answering(page("", described("eni-1", "InUse", "i-1", "10.0.0.7", "10.0.0.8", "10.0.0.9")));
        assertInstanceOf(CloudOutcome.Conflict.class, network.unassign(ENI, ips("10.0.0.8", "10.0.0.9")));
        assertEquals(2, cloud.asked.size());
    }

    @Test
    void the_primary_address_is_none_of_those_that_are_left_to_be_taken() {
        unassigned();
        cloud.answering(page("", described("eni-1", "InUse", "i-1", "10.0.0.7")));
        assertInstanceOf(CloudOutcome.Denied.class, network.unassign(ENI, ips("10.0.0.7", "10.0.0.9")));
        assertEquals(2, cloud.asked.size());
    }

    @Test
    void after_the_first_of_two_families_is_gone_a_refusal_no_longer_says_that_nothing_changed() {
        cloud.answering("{\"RequestId\": \"1\"}").refusing(400, "Throttling", "too many");
        assertInstanceOf(CloudOutcome.Unknown.class, network.unassign(ENI, ips("10.0.0.8", "fd00::9")));
        assertEquals("UnassignIpv6Addresses", cloud.lastAsked().get("Action"));
        assertEquals("fd00::9", cloud.lastAsked().get("Ipv6Address.1"));
    }

    private void unassigned() {
        cloud.refusing(403, "InvalidIp.IpUnassigned", "not all of them are assigned");
    }

    @Test
    void enis_are_read_to_the_last_page_by_instance_and_by_mark() {
        cloud.answering(page("more", described("eni-3", "InUse", "i-1", "10.0.0.3")))
                .answering(page("", described("eni-1", "Detaching", "i-1", "10.0.0.1", "10.0.0.11", "fd00::1")))
                .answering(page(
                        "",
                        // On its way when asked for the first time, there when asked for the second.
                        described("eni-1", "Available", "", "10.0.0.1", "10.0.0.11", "fd00::1"),
                        described("eni-2", "Available", "", "10.0.0.2"),
                        described("eni-4", "InUse", "i-2", "10.0.0.4")));
        assertEquals(
                new CloudOutcome.Done<>(List.of(
                        eni("eni-1", EniStatus.AVAILABLE, "10.0.0.1", "10.0.0.11", "fd00::1"),
                        eni("eni-2", EniStatus.AVAILABLE, "10.0.0.2"),
                        eni("eni-3", EniStatus.IN_USE, "10.0.0.3"))),
                network.enisOf(INSTANCE));
        assertEquals("500", cloud.asked.get(0).get("MaxResults"));
        assertEquals("i-1", cloud.asked.get(0).get("InstanceId"));
        assertFalse(cloud.asked.get(0).containsKey("NextToken"));
        assertEquals("more", cloud.asked.get(1).get("NextToken"));
        assertEquals("i-1", cloud.asked.get(1).get("InstanceId"));
        assertEquals("terway4j/instance", cloud.asked.get(2).get("Tag.1.Key"));
        assertEquals("i-1", cloud.asked.get(2).get("Tag.1.Value"));
        assertFalse(cloud.asked.get(2).containsKey("InstanceId"));
    }

    @Test
    void enis_that_are_named_are_asked_for_once_and_those_of_others_are_left_out() {
        cloud.answering(page(
                "", described("eni-1", "Available", "", "10.0.0.1"), described("eni-4", "InUse", "i-2", "10.0.0.4")));
        assertEquals(
                new CloudOutcome.Done<>(List.of(eni("eni-1", EniStatus.AVAILABLE, "10.0.0.1"))),
                network.named(INSTANCE, List.of(new EniId("eni-1"), new EniId("eni-4"))));
        assertEquals("eni-1", cloud.lastAsked().get("NetworkInterfaceId.1"));
        assertEquals("eni-4", cloud.lastAsked().get("NetworkInterfaceId.2"));
        assertFalse(cloud.lastAsked().containsKey("InstanceId"));
        assertEquals(1, cloud.asked.size());
    }

    @Test
    void every_page_takes_a_turn_of_its_own_and_none_but_the_first_is_put_off() {
        cloud.answering(page("more")).answering(page("")).answering(page(""));
        network.at(Urgency.GIVE_BACK).enisOf(INSTANCE);
        assertEquals(
                List.of(
                        "DescribeNetworkInterfaces GIVE_BACK",
                        "DescribeNetworkInterfaces WAITING_POD",
                        "DescribeNetworkInterfaces WAITING_POD"),
                turns.noted);
    }

    @Test
    void a_page_that_the_cloud_had_no_time_for_is_asked_for_again() {
        cloud.answering(page("more", described("eni-3", "InUse", "i-1", "10.0.0.3")))
                .refusing(400, "Throttling.Api", "too many")
                .answering(page(""))
                .answering(page(""));
        assertInstanceOf(CloudOutcome.Done.class, network.enisOf(INSTANCE));
        assertEquals(4, cloud.asked.size());
        assertEquals(3, turns.taken.size());
    }

    @Test
    void a_page_that_is_missing_makes_the_whole_answer_none() {
        cloud.answering(page("more", described("eni-3", "InUse", "i-1", "10.0.0.3")));
        for (int turn = 0; turn <= PaceCalls.MORE_TURNS; turn++) {
            cloud.refusing(400, "Throttling.Api", "too many");
        }
        assertInstanceOf(CloudOutcome.Throttled.class, network.enisOf(INSTANCE));
        cloud.answering(page("", described("eni-3", "InUse", "i-1", "10.0.0.3")))
                .refusing(503, "ServiceUnavailable", "not now");
        assertInstanceOf(CloudOutcome.Unknown.class, network.enisOf(INSTANCE));
    }

    @Test
    void what_anybody_else_answers_is_not_taken_for_an_empty_list() {
        cloud.answering("<html>Welcome to the hotel</html>").answering("{}");
        assertInstanceOf(CloudOutcome.Unknown.class, network.enisOf(INSTANCE));
        assertInstanceOf(CloudOutcome.Unknown.class, network.enisOf(INSTANCE));
    }

    @Test
    void a_list_that_does_not_go_on_is_not_read_for_ever() {
        cloud.answering(page("again")).answering(page("again"));
        assertInstanceOf(CloudOutcome.Unknown.class, network.enisOf(INSTANCE));
        assertEquals(2, cloud.asked.size());
    }

    @Test
    void an_eni_in_a_state_that_nobody_knows_is_strange_and_the_others_are_as_ever() {
        cloud.answering(page(
                        "",
                        described("eni-3", "Levitating", "i-1", "10.0.0.3"),
                        described("eni-4", "InUse", "i-1", "10.0.0.4")))
                .answering(page(""));
        assertEquals(
                new CloudOutcome.Done<>(List.of(
                        eni("eni-3", EniStatus.STRANGE, "10.0.0.3"), eni("eni-4", EniStatus.IN_USE, "10.0.0.4"))),
                network.enisOf(INSTANCE));
    }

    @Test
    void an_eni_of_a_kind_that_nobody_knows_is_as_strange() {
        for (var kind : List.of(
                "\"Type\": \"Quaternary\"", "\"Type\": \"Secondary\", \"NetworkInterfaceTrafficMode\": \"Magic\"")) {
            var told = described("eni-3", "InUse", "i-1", "10.0.0.3").replace("\"Type\": \"Secondary\"", kind);
            cloud.answering(page("", told)).answering(page(""));
            assertEquals(
                    new CloudOutcome.Done<>(List.of(eni("eni-3", EniStatus.STRANGE, "10.0.0.3"))),
                    network.enisOf(INSTANCE));
        }
    }

    @Test
    void an_eni_that_has_let_go_of_its_addresses_to_be_deleted_is_gone() {
        cloud.answering(page("")).answering(page("", described("eni-3", "Deleting", "", "")));
        assertEquals(new CloudOutcome.Done<>(List.of()), network.enisOf(INSTANCE));
    }

    @Test
    void vswitches_are_told_in_the_order_asked_for_and_those_that_are_none_left_out() {
        cloud.answering(vSwitches("vsw-2", "cn-hangzhou-i", "10.2.0.0/24", "", 7))
                .answering("{\"RequestId\": \"1\", \"TotalCount\": 0, \"VSwitches\": {\"VSwitch\": []}}")
                .refusing(404, "InvalidVSwitchId.NotFound", "no such thing")
                .answering(vSwitches("vsw-1", "cn-hangzhou-h", "10.1.0.0/24", "fd00:1::/64", 0));
        assertEquals(
                new CloudOutcome.Done<>(List.of(
                        new VSwitch(
                                new VSwitchId("vsw-2"),
                                new Zone("cn-hangzhou-i"),
                                DualStack.v4(Cidr.parse("10.2.0.0/24")),
                                7),
                        new VSwitch(
                                new VSwitchId("vsw-1"),
                                new Zone("cn-hangzhou-h"),
                                DualStack.both(Cidr.parse("10.1.0.0/24"), Cidr.parse("fd00:1::/64")),
                                0))),
                network.vSwitches(List.of(
                        new VSwitchId("vsw-2"),
                        new VSwitchId("vsw-none"),
                        new VSwitchId("vsw-nowhere"),
                        new VSwitchId("vsw-1"))));
        assertEquals("DescribeVSwitches", cloud.lastAsked().get("Action"));
        assertEquals("vsw-1", cloud.lastAsked().get("VSwitchId"));
        assertEquals("2016-04-28", cloud.asked.getLast().get("Version"));
    }

    @Test
    void every_call_says_who_calls_and_carries_what_the_operator_wants_it_to() {
        network.delete(ENI);
        assertTrue(
                cloud.headers.getLast().getOrDefault("User-Agent", "").contains("terway4j/"), () -> "" + cloud.headers);
        assertEquals("department 7", cloud.headers.getLast().get("x-acsproxy-ascm-context"));
        assertEquals("cn-hangzhou", cloud.asked.getLast().get("RegionId"));
        assertEquals("2014-05-26", cloud.asked.getLast().get("Version"));
        assertEquals("testid", cloud.asked.getLast().get("AccessKeyId"));
        assertFalse(cloud.asked.getLast().containsKey("SecurityToken"));
    }

    @Test
    void every_call_is_signed_with_what_is_valid_then() {
        network.delete(ENI);
        credentials = new Credentials.Temporary("other", "secret", "token", Instant.MAX);
        network.delete(ENI);
        assertEquals("other", cloud.asked.getLast().get("AccessKeyId"));
        assertEquals("token", cloud.asked.getLast().get("SecurityToken"));
    }

    @Test
    void without_credentials_nothing_is_called() {
        var alone = new AliyunCloudNetwork(
                new AliyunApi(cloud.endpoints(), () -> new CloudOutcome.Denied<>("nobody has given us any"), turns),
                Optional.empty());
        assertEquals(new CloudOutcome.Denied<>("nobody has given us any"), alone.delete(ENI));
        assertEquals(List.of(), cloud.asked);
    }

    private static Eni eni(String id, EniStatus status, String... addresses) {
        return new Eni(
                new EniId(id),
                Mac.parse("00:16:3e:00:00:01"),
                EniKind.SECONDARY,
                status,
                new VSwitchId("vsw-1"),
                ips(addresses));
    }

    private static List<Ip> ips(String... texts) {
        return List.of(texts).stream().map(Ip::parse).toList();
    }

    private static String page(String next, String... enis) {
        return """
                {"RequestId": "1", "NextToken": "%s", "NetworkInterfaceSets": {"NetworkInterfaceSet": [%s]}}
                """.formatted(next, String.join(", ", enis));
    }

    private static String described(String id, String status, String instance, String primary, String... others) {
        var v4 = new StringBuilder("{\"PrivateIpAddress\": \"%s\", \"Primary\": true}".formatted(primary));
        var v6 = new StringBuilder();
        for (var other : others) {
            if (other.contains(":")) {
                v6.append("{\"Ipv6Address\": \"%s\"}".formatted(other));
            } else {
                v4.append(", {\"PrivateIpAddress\": \"%s\", \"Primary\": false}".formatted(other));
            }
        }
        return """
                {"NetworkInterfaceId": "%s", "Status": "%s", "InstanceId": "%s", "Type": "Secondary",
                 "MacAddress": "00:16:3e:00:00:01", "VSwitchId": "vsw-1", "PrivateIpAddress": "%s",
                 "PrivateIpSets": {"PrivateIpSet": [%s]}, "Ipv6Sets": {"Ipv6Set": [%s]}}
                """.formatted(id, status, instance, primary, v4, v6);
    }

    private static String vSwitches(String id, String zone, String ipv4, String ipv6, int free) {
        return """
                {"RequestId": "1", "TotalCount": 1, "VSwitches": {"VSwitch": [{"VSwitchId": "%s", "ZoneId": "%s", "CidrBlock": "%s",
                 "Ipv6CidrBlock": "%s", "AvailableIpAddressCount": %d, "VpcId": "vpc-1", "Status": "Available"}]}}
                """.formatted(id, zone, ipv4, ipv6, free);
    }
}
