package io.github.terway4j.app.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aliyun.ecs20140526.models.AssignPrivateIpAddressesRequest;
import com.aliyun.ecs20140526.models.AttachNetworkInterfaceRequest;
import com.aliyun.ecs20140526.models.CreateNetworkInterfaceRequest;
import com.aliyun.ecs20140526.models.DeleteNetworkInterfaceRequest;
import com.aliyun.ecs20140526.models.DescribeNetworkInterfacesRequest;
import com.aliyun.ecs20140526.models.DescribeNetworkInterfacesResponseBody.DescribeNetworkInterfacesResponseBodyNetworkInterfaceSetsNetworkInterfaceSet;
import com.aliyun.ecs20140526.models.DetachNetworkInterfaceRequest;
import com.aliyun.ecs20140526.models.UnassignPrivateIpAddressesRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.vpc20160428.models.CreateRouteEntryRequest;
import com.aliyun.vpc20160428.models.DeleteRouteEntryRequest;
import com.aliyun.vpc20160428.models.DescribeRouteEntryListRequest;
import com.aliyun.vpc20160428.models.DescribeRouteEntryListResponseBody.DescribeRouteEntryListResponseBodyRouteEntrysRouteEntry;
import com.aliyun.vpc20160428.models.DescribeRouteTableListRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The newer SDK for Java, which nobody here has written: by the signature that it chooses itself, ACS3-HMAC-SHA256, and by
 * the older one of RPC, which it still knows.
 */
class NewerSdkTest {
    private static final String REGION = CloudAtItsDoor.REGION;
    private static final String ITS_OWN_CHOICE = "";
    private static final String RPC = "v2";
    /** Longer than anything takes in a calm cloud. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final CloudAtItsDoor cloud = new CloudAtItsDoor(2);
    private final String instance = cloud.scene().instances().getFirst().id().text();

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ITS_OWN_CHOICE, RPC})
    void an_eni_is_made_attached_given_addresses_and_taken_back(String signature) throws Exception {
        var ecs = new com.aliyun.ecs20140526.Client(config(signature));
        var made = ecs.createNetworkInterface(new CreateNetworkInterfaceRequest()
                        .setRegionId(REGION)
                        .setVSwitchId(cloud.scene().vSwitches().getFirst().text())
                        .setSecurityGroupIds(
                                List.of(cloud.scene().securityGroup().text()))
                        .setSecondaryPrivateIpAddressCount(1)
                        .setClientToken("once"))
                .getBody();
        var eni = made.getNetworkInterfaceId();
        assertEquals("Available", made.getStatus());
        assertEquals(2, made.getPrivateIpSets().getPrivateIpSet().size());

        ecs.attachNetworkInterface(new AttachNetworkInterfaceRequest()
                .setRegionId(REGION)
                .setNetworkInterfaceId(eni)
                .setInstanceId(instance));
        assertEquals("Attaching", described(ecs, eni).getFirst().getStatus());
        cloud.pass(A_WHILE);
        assertEquals("InUse", described(ecs, eni).getFirst().getStatus());
        assertEquals(instance, described(ecs, eni).getFirst().getInstanceId());

        var more = ecs.assignPrivateIpAddresses(new AssignPrivateIpAddressesRequest()
                        .setRegionId(REGION)
                        .setNetworkInterfaceId(eni)
                        .setSecondaryPrivateIpAddressCount(2))
                .getBody()
                .getAssignedPrivateIpAddressesSet()
                .getPrivateIpSet()
                .getPrivateIpAddress();
        assertEquals(2, more.size());
        assertEquals(4, addresses(ecs, eni));
        ecs.unassignPrivateIpAddresses(new UnassignPrivateIpAddressesRequest()
                .setRegionId(REGION)
                .setNetworkInterfaceId(eni)
                .setPrivateIpAddress(more));
        assertEquals(2, addresses(ecs, eni));

        ecs.detachNetworkInterface(new DetachNetworkInterfaceRequest()
                .setRegionId(REGION)
                .setNetworkInterfaceId(eni)
                .setInstanceId(instance));
        cloud.pass(A_WHILE);
        ecs.deleteNetworkInterface(
                new DeleteNetworkInterfaceRequest().setRegionId(REGION).setNetworkInterfaceId(eni));
        cloud.pass(A_WHILE);
        assertEquals(List.of(), described(ecs, eni));
    }

    @ParameterizedTest
    @ValueSource(strings = {ITS_OWN_CHOICE, RPC})
    void a_route_comes_and_goes(String signature) throws Exception {
        var vpc = new com.aliyun.vpc20160428.Client(config(signature));
        var tables = vpc.describeRouteTableList(new DescribeRouteTableListRequest()
                        .setRegionId(REGION)
                        .setVpcId(cloud.scene().vpc().text()))
                .getBody()
                .getRouterTableList()
                .getRouterTableListType();
        assertEquals(1, tables.size());
        assertEquals("System", tables.getFirst().getRouteTableType());
        var table = tables.getFirst().getRouteTableId();

        var id = vpc.createRouteEntry(new CreateRouteEntryRequest()
                        .setRegionId(REGION)
                        .setRouteTableId(table)
                        .setDestinationCidrBlock("172.16.1.0/24")
                        .setNextHopType("Instance")
                        .setNextHopId(instance)
                        .setClientToken("once"))
                .getBody()
                .getRouteEntryId();
        assertEquals("Creating", routes(vpc, table).getFirst().getStatus());
        cloud.pass(A_WHILE);
        var route = routes(vpc, table).getFirst();
        assertEquals(id, route.getRouteEntryId());
        assertEquals("Available", route.getStatus());
        assertEquals(instance, route.getNextHops().getNextHop().getFirst().getNextHopId());

        vpc.deleteRouteEntry(new DeleteRouteEntryRequest()
                .setRegionId(REGION)
                .setRouteTableId(table)
                .setDestinationCidrBlock("172.16.1.0/24")
                .setNextHopId(instance));
        assertEquals("Deleting", routes(vpc, table).getFirst().getStatus());
        cloud.pass(A_WHILE);
        assertEquals(List.of(), routes(vpc, table));
    }

    @ParameterizedTest
    @ValueSource(strings = {ITS_OWN_CHOICE, RPC})
    void a_refusal_has_its_code_its_status_and_the_id_of_the_request(String signature) throws Exception {
        var ecs = new com.aliyun.ecs20140526.Client(config(signature));
        var refused = assertThrows(
                TeaException.class,
                () -> ecs.deleteNetworkInterface(
                        new DeleteNetworkInterfaceRequest().setRegionId(REGION).setNetworkInterfaceId("eni-nowhere")));
        assertEquals("InvalidEniId.NotFound", refused.getCode());
        assertEquals(404, refused.getStatusCode());
        assertFalse(String.valueOf(refused.getData().get("RequestId")).isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {ITS_OWN_CHOICE, RPC})
    void a_wrong_secret_is_refused(String signature) throws Exception {
        var ecs = new com.aliyun.ecs20140526.Client(config(signature).setAccessKeySecret("guessed"));
        var refused = assertThrows(
                TeaException.class,
                () -> ecs.describeNetworkInterfaces(new DescribeNetworkInterfacesRequest().setRegionId(REGION)));
        assertTrue(refused.getCode().startsWith("SignatureDoesNotMatch"), refused.getCode());
    }

    private Config config(String signature) {
        var config = new Config()
                .setAccessKeyId(CloudAtItsDoor.ACCESS_KEY_ID)
                .setAccessKeySecret(CloudAtItsDoor.SECRET)
                .setRegionId(REGION)
                .setProtocol("HTTP")
                .setEndpoint(cloud.authority());
        return signature.isEmpty() ? config : config.setSignatureAlgorithm(signature);
    }

    private static List<DescribeNetworkInterfacesResponseBodyNetworkInterfaceSetsNetworkInterfaceSet> described(
            com.aliyun.ecs20140526.Client ecs, String eni) throws Exception {
        return ecs.describeNetworkInterfaces(new DescribeNetworkInterfacesRequest()
                        .setRegionId(REGION)
                        .setNetworkInterfaceId(List.of(eni)))
                .getBody()
                .getNetworkInterfaceSets()
                .getNetworkInterfaceSet();
    }

    private static int addresses(com.aliyun.ecs20140526.Client ecs, String eni) throws Exception {
        return described(ecs, eni)
                .getFirst()
                .getPrivateIpSets()
                .getPrivateIpSet()
                .size();
    }

    private static List<DescribeRouteEntryListResponseBodyRouteEntrysRouteEntry> routes(
            com.aliyun.vpc20160428.Client vpc, String table) throws Exception {
        return vpc.describeRouteEntryList(new DescribeRouteEntryListRequest()
                        .setRegionId(REGION)
                        .setRouteTableId(table)
                        .setRouteEntryType("Custom"))
                .getBody()
                .getRouteEntrys()
                .getRouteEntry();
    }
}
