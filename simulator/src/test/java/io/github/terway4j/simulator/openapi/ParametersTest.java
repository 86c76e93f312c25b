package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the door says to parameters that are missing, malformed, too many or at odds with each other. */
final class ParametersTest {
    private final Stand stand = new Stand();
    private final Client client = stand.client;

    @ParameterizedTest
    @CsvSource({
        "CreateNetworkInterface, MissingVSwitchId, ''",
        "CreateNetworkInterface, MissingSecurityGroupId, VSwitchId=vsw-1",
        "AttachNetworkInterface, MissingNetworkInterfaceId, InstanceId=i-1",
        "AttachNetworkInterface, MissingInstanceId, NetworkInterfaceId=eni-1",
        "DetachNetworkInterface, MissingInstanceId, NetworkInterfaceId=eni-1",
        "DeleteNetworkInterface, MissingNetworkInterfaceId, ''",
        "DescribeNetworkInterfaceAttribute, MissingNetworkInterfaceId, ''",
        "ModifyNetworkInterfaceAttribute, MissingNetworkInterfaceId, ''",
        "AssignPrivateIpAddresses, MissingParameter, NetworkInterfaceId=eni-1",
        "AssignIpv6Addresses, MissingParameter, NetworkInterfaceId=eni-1",
        "UnassignPrivateIpAddresses, MissingParameter, NetworkInterfaceId=eni-1",
        "UnassignIpv6Addresses, MissingParameter, NetworkInterfaceId=eni-1",
        "DescribeInstanceAttribute, MissingInstanceId, ''",
        "RunInstances, MissingInstanceType, ''",
        "RunInstances, MissingVSwitchId, InstanceType=ecs.g7.xlarge",
        "DeleteInstance, MissingInstanceId, ''",
        "AttachNetworkInterface, InvalidParams.EniId, NetworkInterfaceId=1&InstanceId=i-1",
        "AttachNetworkInterface, InvalidInstanceID.Malformed, NetworkInterfaceId=eni-1&InstanceId=1",
        "DescribeNetworkInterfaces, InvalidParams.EniId, NetworkInterfaceId.1=1",
        "DescribeNetworkInterfaces, InvalidRegionId.MalFormed, RegionId=Hangzhou!",
        "DescribeNetworkInterfaces, InvalidRegionId.NotFound, RegionId=cn-beijing",
        "DescribeNetworkInterfaces, InvalidParameter, Status=Sleeping",
        "DescribeNetworkInterfaces, InvalidParameter, Type=Tertiary",
        "DescribeNetworkInterfaces, InvalidParameter, PrivateIpAddress.1=10.0",
        "DescribeNetworkInterfaces, InvalidParameter, PrivateIpAddress.one=10.0.0.1",
        "DescribeNetworkInterfaces, InvalidParameter, NextToken=%",
        "DescribeNetworkInterfaces, InvalidParameter, PageSize=501",
        "DescribeNetworkInterfaces, InvalidParameter, PageNumber=0",
        "DescribeNetworkInterfaces, InvalidParameter, MaxResults=many",
        "DescribeNetworkInterfaces, InvalidParameter.Conflict, MaxResults=10&PageNumber=1",
        "DescribeNetworkInterfaces, InvalidTagKey.Malformed, Tag.1.Value=a",
        "CreateNetworkInterface, Duplicate.TagKey, VSwitchId=v&SecurityGroupId=s&Tag.1.Key=a&Tag.2.Key=a",
        "CreateNetworkInterface, InvalidParameter.Conflict, VSwitchId=v&SecurityGroupId=s&SecurityGroupIds.1=s",
        "CreateNetworkInterface, InvalidParameter, VSwitchId=v&SecurityGroupId=s&InstanceType=Primary",
        "CreateNetworkInterface, InvalidParameter, VSwitchId=v&SecurityGroupId=s&DeleteOnRelease=perhaps",
        "CreateNetworkInterface, InvalidParameter, VSwitchId=v&SecurityGroupId=s&Ipv4Prefix.1=10.1.0.0/24",
        "CreateNetworkInterface, InvalidVSwitchId.NotFound, VSwitchId=v&SecurityGroupId=s",
        "AssignPrivateIpAddresses, InvalidEniId.NotFound, NetworkInterfaceId=eni-1&SecondaryPrivateIpAddressCount=1",
        "DescribeInstances, InvalidParameter, InstanceIds=i-1",
        "DescribeInstances, InvalidParameter, PageSize=101",
        "DescribeInstances, InvalidInstanceID.Malformed, InstanceIds=[\"1\"]",
        "DescribeInstanceAttribute, InvalidInstanceId.NotFound, InstanceId=i-1",
        "DescribeNetworkInterfaceAttribute, InvalidEniId.NotFound, NetworkInterfaceId=eni-1"
    })
    void a_bad_parameter_has_its_own_code(String action, String code, String parameters) {
        refused(code, client.call(action, pairs(parameters)));
    }

    @Test
    void a_vswitch_page_has_at_most_50_items() {
        refused("InvalidParameter", client.callVpc("DescribeVSwitches", "PageSize", "51"));
        assertEquals(200, client.callVpc("DescribeVSwitches", "PageSize", "50").status());
    }

    @Test
    void more_than_100_names_in_one_call_are_refused() {
        var names = new ArrayList<String>();
        for (int i = 1; i <= 101; i++) {
            names.addAll(List.of("NetworkInterfaceId." + i, "eni-" + i));
        }
        refused("InvalidParameter", client.call("DescribeNetworkInterfaces", names.toArray(String[]::new)));
        assertEquals(
                200,
                client.call("DescribeNetworkInterfaces", names.subList(0, 200).toArray(String[]::new))
                        .status());
    }

    @Test
    void by_tags_alone_at_most_1000_enis_are_shown() {
        var order = EniOrder.in(stand.scene.vSwitches().getFirst(), List.of(stand.scene.securityGroup()))
                .with(Label.tagged(Map.of("owner", "me")));
        for (int i = 0; i < 1_001; i++) {
            stand.scene.cloud().create(order);
        }
        assertTotal(1_000, "Tag.1.Key", "owner", "Tag.1.Value", "me");
        assertTotal(1_000, "Tag.1.Key", "owner");
        assertTotal(1_001, "Tag.1.Key", "owner", "VSwitchId", stand.vSwitch());
        assertTotal(1_004);
        assertTotal(0, "Tag.1.Key", "owner", "Tag.1.Value", "you");
    }

    @Test
    void a_page_by_token_has_10_to_500_items_whatever_is_asked_for() {
        var order = EniOrder.in(stand.scene.vSwitches().getFirst(), List.of(stand.scene.securityGroup()));
        for (int i = 0; i < 600; i++) {
            stand.scene.cloud().create(order);
        }
        assertEquals(10, shown("MaxResults", "1"));
        assertEquals(11, shown("MaxResults", "11"));
        assertEquals(500, shown("MaxResults", "501"));
    }

    private int shown(String... pairs) {
        return client.call("DescribeNetworkInterfaces", pairs).body().split("\"MacAddress\"", -1).length - 1;
    }

    private void assertTotal(int total, String... pairs) {
        var body = client.call("DescribeNetworkInterfaces", pairs).body();
        assertTrue(body.contains("\"TotalCount\":%d,".formatted(total)), body);
    }

    private static String[] pairs(String parameters) {
        var pairs = new ArrayList<String>();
        for (var pair : parameters.split("&", -1)) {
            if (!pair.isEmpty()) {
                pairs.addAll(List.of(pair.split("=", 2)));
            }
        }
        return pairs.toArray(String[]::new);
    }

    private static void refused(String code, Outgoing answer) {
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
    }
}
