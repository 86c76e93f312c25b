package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.ecs.model.v20140526.AssignIpv6AddressesRequest;
import com.aliyuncs.ecs.model.v20140526.AssignPrivateIpAddressesRequest;
import com.aliyuncs.ecs.model.v20140526.AttachNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceResponse;
import com.aliyuncs.ecs.model.v20140526.DeleteInstanceRequest;
import com.aliyuncs.ecs.model.v20140526.DeleteNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeInstanceAttributeRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeInstanceTypesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeInstancesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfaceAttributeRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesResponse;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesResponse.NetworkInterfaceSet;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupsRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupsResponse;
import com.aliyuncs.ecs.model.v20140526.DetachNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.ModifyNetworkInterfaceAttributeRequest;
import com.aliyuncs.ecs.model.v20140526.RunInstancesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesRequest;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.aliyuncs.vpc.model.v20160428.DescribeVSwitchesRequest;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.openapi.OpenApi;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.WireServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cloud's door writes, read by the vendor's own SDK over a real socket. The cloud's time passes as it is told. */
final class OfficialSdkTest {
    private static final String REGION = "cn-hangzhou";
    /** Long enough for whatever the cloud has begun. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CloudScene scene = CloudScene.small(7, 3, () -> now);
    private final IAcsClient client = new DefaultAcsClient(DefaultProfile.getProfile(REGION, "testid", "testsecret"));
    private WireServer server;

    @BeforeEach
    void open() throws IOException {
        var region = new CloudRegion(REGION, Identity.ACCOUNT, scene.cloud());
        var identities = Identities.ofOwner("testid", "testsecret");
        // The SDK signs by the machine's clock; so must the door judge.
        var door = OpenApi.of(region, identities, InstantSource.system()).door(1);
        server = WireServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .mount("/", door);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_eni_lives_from_creation_to_deletion() throws ClientException {
        var instance = scene.instances().getFirst().id().text();
        var created = create("first");
        assertEquals("Available", created.getStatus());
        assertEquals("Secondary", created.getType());
        assertEquals(scene.vSwitches().getFirst().text(), created.getVSwitchId());
        assertEquals(scene.vpc().text(), created.getVpcId());
        assertEquals("cn-hangzhou-h", created.getZoneId());
        assertEquals(List.of(scene.securityGroup().text()), created.getSecurityGroupIds());
        assertEquals(3, created.getPrivateIpSets().size());
        assertEquals(
                created.getPrivateIpAddress(),
                created.getPrivateIpSets().getFirst().getPrivateIpAddress());
        assertTrue(created.getPrivateIpSets().getFirst().getPrimary());
        assertEquals(1, created.getIpv6Sets().size());
        assertEquals("owner", created.getTags().getFirst().getTagKey());
        assertEquals("me & you * ~", created.getTags().getFirst().getTagValue());

        var attach = new AttachNetworkInterfaceRequest();
        attach.setNetworkInterfaceId(created.getNetworkInterfaceId());
        attach.setInstanceId(instance);
        assertFalse(send(attach).getRequestId().isEmpty());
        assertEquals("Attaching", described(created).getStatus());
        now = now.plus(SETTLING);
        assertEquals("InUse", described(created).getStatus());
        assertEquals(instance, described(created).getInstanceId());
        assertEquals(instance, described(created).getAttachment().getInstanceId());
        assertEquals(created.getMacAddress(), described(created).getMacAddress());
        assertEquals("2026-01-01T00:00:00Z", described(created).getCreationTime());

        var detach = new DetachNetworkInterfaceRequest();
        detach.setNetworkInterfaceId(created.getNetworkInterfaceId());
        detach.setInstanceId(instance);
        send(detach);
        now = now.plus(SETTLING);
        assertEquals("Available", described(created).getStatus());

        var delete = new DeleteNetworkInterfaceRequest();
        delete.setNetworkInterfaceId(created.getNetworkInterfaceId());
        send(delete);
        now = now.plus(SETTLING);
        assertEquals(List.of(), enis(created.getNetworkInterfaceId()).getNetworkInterfaceSets());
    }

    @Test
    void addresses_come_and_go() throws ClientException {
        var eni = create("addresses").getNetworkInterfaceId();
        var v4 = new AssignPrivateIpAddressesRequest();
        v4.setNetworkInterfaceId(eni);
        v4.setSecondaryPrivateIpAddressCount(2);
        v4.setClientToken("four");
        var four = send(v4).getAssignedPrivateIpAddressesSet();
        assertEquals(eni, four.getNetworkInterfaceId());
        assertEquals(2, four.getPrivateIpSet().size());
        assertEquals(
                four.getPrivateIpSet(),
                send(v4).getAssignedPrivateIpAddressesSet().getPrivateIpSet());

        var v6 = new AssignIpv6AddressesRequest();
        v6.setNetworkInterfaceId(eni);
        v6.setIpv6AddressCount(1);
        var six = send(v6).getIpv6Sets();
        assertEquals(1, six.size());
        assertTrue(described(eni).getIpv6Sets().stream()
                .anyMatch(set -> set.getIpv6Address().equals(six.getFirst())));
        assertEquals(5, described(eni).getPrivateIpSets().size());

        var gone4 = new UnassignPrivateIpAddressesRequest();
        gone4.setNetworkInterfaceId(eni);
        gone4.setPrivateIpAddresss(four.getPrivateIpSet());
        send(gone4);
        var gone6 = new UnassignIpv6AddressesRequest();
        gone6.setNetworkInterfaceId(eni);
        gone6.setIpv6Addresss(six);
        send(gone6);
        assertEquals(3, described(eni).getPrivateIpSets().size());
        assertEquals(1, described(eni).getIpv6Sets().size());
    }

    @Test
    void pages_are_read_to_the_last_in_either_style() throws ClientException {
        for (int i = 0; i < 21; i++) {
            create("page-" + i);
        }
        var byToken = new ArrayList<String>();
        var next = "";
        do {
            var request = new DescribeNetworkInterfacesRequest();
            request.setMaxResults(10);
            request.setNextToken(next.isEmpty() ? null : next);
            var page = send(request);
            page.getNetworkInterfaceSets().forEach(eni -> byToken.add(eni.getNetworkInterfaceId()));
            next = page.getNextToken();
        } while (!next.isEmpty());

        var byNumber = new ArrayList<String>();
        for (int number = 1; number <= 4; number++) {
            var request = new DescribeNetworkInterfacesRequest();
            request.setPageNumber(number);
            request.setPageSize(7);
            var page = send(request);
            assertEquals(24, page.getTotalCount());
            page.getNetworkInterfaceSets().forEach(eni -> byNumber.add(eni.getNetworkInterfaceId()));
        }
        assertEquals(24, byToken.size());
        assertEquals(byToken, byNumber);
    }

    @Test
    void instances_their_types_and_their_vswitches_are_described() throws ClientException {
        var known = scene.instances().getFirst();
        var instances = new DescribeInstancesRequest();
        instances.setInstanceIds("[\"%s\"]".formatted(known.id()));
        var instance = send(instances).getInstances().getFirst();
        assertEquals(known.id().text(), instance.getInstanceId());
        assertEquals("Running", instance.getStatus());
        assertEquals(known.vSwitch().text(), instance.getVpcAttributes().getVSwitchId());
        assertEquals(known.vpc().text(), instance.getVpcAttributes().getVpcId());
        assertEquals("Primary", instance.getNetworkInterfaces().getFirst().getType());
        assertEquals(
                instance.getNetworkInterfaces().getFirst().getPrimaryIpAddress(),
                instance.getVpcAttributes().getPrivateIpAddress().getFirst());

        var types = new DescribeInstanceTypesRequest();
        types.setInstanceTypess(List.of(CloudScene.TYPE));
        var type = send(types).getInstanceTypes().getFirst();
        assertEquals(CloudScene.TYPE, type.getInstanceTypeId());
        assertEquals(4, type.getEniQuantity());
        assertEquals(15, type.getEniPrivateIpAddressQuantity());

        var vSwitches = new DescribeVSwitchesRequest();
        vSwitches.setVSwitchId(scene.vSwitches().getLast().text());
        var vSwitch = send(vSwitches).getVSwitches().getFirst();
        assertEquals("10.2.0.0/20", vSwitch.getCidrBlock());
        assertEquals("2408:4005:300:2::/64", vSwitch.getIpv6CidrBlock());
        assertEquals("cn-hangzhou-i", vSwitch.getZoneId());
        assertEquals(4_089, vSwitch.getAvailableIpAddressCount());
    }

    @Test
    void a_member_rides_on_a_trunk() throws ClientException {
        var instance = scene.cloud()
                .machines()
                .run(InstanceOrder.of("ecs.g6.16xlarge", scene.vSwitches().getFirst(), List.of(scene.securityGroup())));
        assertTrue(instance instanceof Answer.Given<List<Instance>>, instance::toString);
        now = now.plus(SETTLING);
        var running = scene.cloud().instances().stream()
                .filter(one -> one.type().name().equals("ecs.g6.16xlarge"))
                .findFirst()
                .orElseThrow()
                .id()
                .text();

        var order = order("trunk");
        order.setInstanceType("Trunk");
        var trunk = send(order).getNetworkInterfaceId();
        attach(trunk, running, null);
        assertEquals("Trunk", described(trunk).getType());

        var member = create("member").getNetworkInterfaceId();
        attach(member, running, trunk);
        assertEquals("Member", described(member).getType());
        assertEquals(trunk, described(member).getAttachment().getTrunkNetworkInterfaceId());
        var attribute = new DescribeNetworkInterfaceAttributeRequest();
        attribute.setNetworkInterfaceId(trunk);
        assertEquals(List.of(member), send(attribute).getAttachment().getMemberNetworkInterfaceIds());

        var detach = new DetachNetworkInterfaceRequest();
        detach.setNetworkInterfaceId(trunk);
        detach.setInstanceId(running);
        assertEquals("InvalidOperation.HasMemberEniAttached", refusal(detach));
    }

    @Test
    void prefixes_come_and_go() throws ClientException {
        var vSwitch = scene.vSwitches().getFirst();
        scene.cloud().site().reserve(vSwitch, Cidr.parse("10.1.8.0/24"));
        scene.cloud().site().reserve(vSwitch, Cidr.parse("2408:4005:300:1:8000::/72"));
        var eni = create("prefixes").getNetworkInterfaceId();
        var v4 = new AssignPrivateIpAddressesRequest();
        v4.setNetworkInterfaceId(eni);
        v4.setIpv4PrefixCount(2);
        var four = send(v4).getAssignedPrivateIpAddressesSet().getIpv4PrefixSet();
        assertEquals(2, four.size());
        assertEquals(
                four,
                described(eni).getIpv4PrefixSets().stream()
                        .map(NetworkInterfaceSet.Ipv4PrefixSet::getIpv4Prefix)
                        .toList());

        var v6 = new AssignIpv6AddressesRequest();
        v6.setNetworkInterfaceId(eni);
        v6.setIpv6PrefixCount(1);
        assertEquals(1, send(v6).getIpv6PrefixSets().size());
        assertEquals(1, described(eni).getIpv6PrefixSets().size());

        var gone = new UnassignPrivateIpAddressesRequest();
        gone.setNetworkInterfaceId(eni);
        gone.setIpv4Prefixs(four);
        send(gone);
        assertEquals(List.of(), described(eni).getIpv4PrefixSets());
    }

    @Test
    void what_an_eni_was_made_with_is_described_and_can_be_changed() throws ClientException {
        var order = order("named");
        order.setNetworkInterfaceName("pods");
        order.setDescription("for pods");
        order.setDeleteOnRelease(false);
        order.setPrimaryIpAddress("10.1.0.99");
        order.setPrivateIpAddresss(List.of("10.1.0.100"));
        var eni = send(order).getNetworkInterfaceId();
        assertEquals("pods", described(eni).getNetworkInterfaceName());
        assertEquals("for pods", described(eni).getDescription());
        assertEquals("10.1.0.99", described(eni).getPrivateIpAddress());
        assertEquals("10.1.0.100", described(eni).getPrivateIpSets().getLast().getPrivateIpAddress());
        assertFalse(described(eni).getDeleteOnRelease());

        var modify = new ModifyNetworkInterfaceAttributeRequest();
        modify.setNetworkInterfaceId(eni);
        modify.setNetworkInterfaceName("others");
        modify.setDeleteOnRelease(true);
        send(modify);
        assertEquals("others", described(eni).getNetworkInterfaceName());
        assertEquals("for pods", described(eni).getDescription());
        assertTrue(described(eni).getDeleteOnRelease());
    }

    @Test
    void instances_are_run_and_deleted() throws ClientException {
        var groups = send(new DescribeSecurityGroupsRequest()).getSecurityGroups();
        assertEquals(
                List.of(scene.securityGroup().text()),
                groups.stream()
                        .map(DescribeSecurityGroupsResponse.SecurityGroup::getSecurityGroupId)
                        .toList());

        var run = new RunInstancesRequest();
        run.setInstanceType(CloudScene.TYPE);
        run.setVSwitchId(scene.vSwitches().getFirst().text());
        run.setSecurityGroupId(groups.getFirst().getSecurityGroupId());
        run.setInstanceName("node");
        run.setAmount(2);
        var made = send(run).getInstanceIdSets();
        assertEquals(2, made.size());
        now = now.plus(SETTLING);
        var attribute = new DescribeInstanceAttributeRequest();
        attribute.setInstanceId(made.getFirst());
        assertEquals("Running", send(attribute).getStatus());
        assertEquals("node", send(attribute).getInstanceName());
        assertEquals(CloudScene.TYPE, send(attribute).getInstanceType());

        var delete = new DeleteInstanceRequest();
        delete.setInstanceId(made.getFirst());
        assertEquals("IncorrectInstanceStatus", refusal(delete));
        delete.setForce(true);
        send(delete);
        assertEquals("InvalidInstanceId.NotFound", refusal(attribute));
    }

    @Test
    void a_refusal_tells_its_code_and_its_request() {
        var delete = new DeleteNetworkInterfaceRequest();
        delete.setNetworkInterfaceId("eni-nowhere");
        var refused = assertThrows(ClientException.class, () -> send(delete));
        assertEquals("InvalidEniId.NotFound", refused.getErrCode());
        assertEquals(36, refused.getRequestId().length());
    }

    private void attach(String eni, String instance, @Nullable String trunk) throws ClientException {
        var attach = new AttachNetworkInterfaceRequest();
        attach.setNetworkInterfaceId(eni);
        attach.setInstanceId(instance);
        attach.setTrunkNetworkInstanceId(trunk);
        send(attach);
        now = now.plus(SETTLING);
        assertEquals("InUse", described(eni).getStatus());
    }

    private String refusal(AcsRequest<?> request) {
        return assertThrows(ClientException.class, () -> send(request)).getErrCode();
    }

    private CreateNetworkInterfaceResponse create(String token) throws ClientException {
        var create = order(token);
        create.setSecondaryPrivateIpAddressCount(2);
        create.setIpv6AddressCount(1);
        return send(create);
    }

    private CreateNetworkInterfaceRequest order(String token) {
        var create = new CreateNetworkInterfaceRequest();
        create.setVSwitchId(scene.vSwitches().getFirst().text());
        create.setSecurityGroupId(scene.securityGroup().text());
        create.setClientToken(token);
        var tag = new CreateNetworkInterfaceRequest.Tag();
        tag.setKey("owner");
        tag.setValue("me & you * ~");
        create.setTags(List.of(tag));
        return create;
    }

    private NetworkInterfaceSet described(CreateNetworkInterfaceResponse eni) throws ClientException {
        return described(eni.getNetworkInterfaceId());
    }

    private NetworkInterfaceSet described(String eni) throws ClientException {
        return enis(eni).getNetworkInterfaceSets().getFirst();
    }

    private DescribeNetworkInterfacesResponse enis(String id) throws ClientException {
        var describe = new DescribeNetworkInterfacesRequest();
        describe.setNetworkInterfaceIds(List.of(id));
        return send(describe);
    }

    private <T extends AcsResponse> T send(AcsRequest<T> request) throws ClientException {
        request.setSysEndpoint(server.authority());
        request.setSysProtocol(ProtocolType.HTTP);
        return client.getAcsResponse(request);
    }
}
