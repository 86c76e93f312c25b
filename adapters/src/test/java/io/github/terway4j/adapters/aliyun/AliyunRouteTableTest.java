package io.github.terway4j.adapters.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.Nothing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to the cloud about routes, and what is understood of its answers. */
class AliyunRouteTableTest {
    private static final Cidr PODS = Cidr.parse("172.16.1.0/24");
    private static final InstanceId INSTANCE = new InstanceId("i-1");
    private static final ClientToken TOKEN = new ClientToken("once");
    private static final CloudOutcome<Nothing> DONE = new CloudOutcome.Done<>(Nothing.NOTHING);
    private static final String GOOD = "{\"RequestId\": \"1\"}";

    private final CannedCloud cloud = new CannedCloud();
    private final NotedTurns turns = new NotedTurns();
    private final AliyunRouteTable table = table(Optional.of(new RouteTableId("vtb-1")));

    private AliyunRouteTable table(Optional<RouteTableId> told) {
        var credentials = new Credentials.AccessKey("testid", "testsecret");
        var api = new AliyunApi(cloud.endpoints(), () -> new CloudOutcome.Done<>(credentials), turns);
        return new AliyunRouteTable(api, new VpcId("vpc-1"), told);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_route_is_asked_for_with_its_token_and_its_next_hop() {
        cloud.answering(GOOD);
        assertEquals(DONE, table.add(PODS, INSTANCE, TOKEN));
        assertEquals(
                Map.of(
                        "Action", "CreateRouteEntry",
                        "RouteTableId", "vtb-1",
                        "DestinationCidrBlock", "172.16.1.0/24",
                        "Description", "terway4j",
                        "NextHopType", "Instance",
                        "NextHopId", "i-1",
                        "ClientToken", "once"),
                cloud.lastAsked());
    }

    @Test
    void a_route_is_removed_by_its_destination_and_its_next_hop() {
        cloud.answering(GOOD);
        assertEquals(DONE, table.remove(PODS, INSTANCE));
        assertEquals(
                Map.of(
                        "Action", "DeleteRouteEntry",
                        "RouteTableId", "vtb-1",
                        "DestinationCidrBlock", "172.16.1.0/24",
                        "NextHopId", "i-1"),
                cloud.lastAsked());
    }

    @Test
    void custom_routes_are_read_to_the_last_page_and_put_in_order() {
        cloud.answering(page("more", entry("172.16.9.0/24", "Creating", hop("Instance", "i-9"))))
                .answering(page("", entry("172.16.1.7", "Available", hop("NetworkInterface", "eni-1"))));
        assertEquals(
                new CloudOutcome.Done<>(List.of(
                        new VpcRoute(
                                Cidr.parse("172.16.1.7/32"),
                                new VpcNextHop.ToEni(new EniId("eni-1")),
                                RouteStatus.AVAILABLE),
                        new VpcRoute(
                                Cidr.parse("172.16.9.0/24"),
                                new VpcNextHop.ToInstance(new InstanceId("i-9")),
                                RouteStatus.CREATING))),
                table.routes());
        assertEquals(
                Map.of(
                        "Action", "DescribeRouteEntryList",
                        "RouteTableId", "vtb-1",
                        "RouteEntryType", "Custom",
                        "MaxResult", "500",
                        "NextToken", "more"),
                cloud.lastAsked());
    }

    @Test
    void a_missing_page_is_no_answer() {
        cloud.answering(page("more", entry("172.16.9.0/24", "Available", hop("Instance", "i-9"))))
                .refusing(503, "ServiceUnavailable", "later");
        assertInstanceOf(CloudOutcome.Unknown.class, table.routes());
    }

    @Test
    void a_list_that_goes_round_in_circles_is_no_answer() {
        var page = page("again", entry("172.16.9.0/24", "Available", hop("Instance", "i-9")));
        cloud.answering(page).answering(page);
        assertInstanceOf(CloudOutcome.Unknown.class, table.routes());
    }

    @Test
    void routes_of_others_may_lead_anywhere() {
        cloud.answering(page(
                "",
                entry("172.16.1.0/24", "Modifying", hop("NatGateway", "ngw-1")),
                entry(
                        "172.16.2.0/24",
                        "Pending",
                        hop("RouterInterface", "ri-1") + "," + hop("RouterInterface", "ri-2")),
                entry("172.16.3.0/24", "Deleting", "")));
        assertEquals(
                new CloudOutcome.Done<>(List.of(
                        new VpcRoute(PODS, new VpcNextHop.Elsewhere("NatGateway", "ngw-1"), RouteStatus.MODIFYING),
                        new VpcRoute(
                                Cidr.parse("172.16.2.0/24"),
                                new VpcNextHop.Elsewhere("NextHopList", "ri-1 ri-2"),
                                RouteStatus.CREATING),
                        new VpcRoute(
                                Cidr.parse("172.16.3.0/24"),
                                new VpcNextHop.Elsewhere("NextHopList", ""),
                                RouteStatus.DELETING))),
                table.routes());
    }

    @Test
    void a_state_that_nobody_knows_is_not_guessed() {
        cloud.answering(page("", entry("172.16.1.0/24", "Dreaming", hop("Instance", "i-1"))));
        assertInstanceOf(CloudOutcome.Unknown.class, table.routes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouterEntryConflict.Duplicated",
                "InvalidCIDRBlock.Duplicate",
                "Duplicated.VpcNextHop",
                "InvalidRouteEntry.Duplicate"
            })
    void a_destination_that_is_taken_is_looked_at(String code) {
        cloud.refusing(400, code, "taken")
                .answering(page("", entry("172.16.1.0/24", "Available", hop("Instance", "i-1"))));
        assertEquals(DONE, table.add(PODS, INSTANCE, TOKEN), "by the very instance");
        assertEquals("172.16.1.0/24", cloud.lastAsked().get("DestinationCidrBlock"));
        cloud.refusing(400, code, "taken")
                .answering(page("", entry("172.16.1.0/24", "Available", hop("Instance", "i-2"))));
        assertInstanceOf(CloudOutcome.Conflict.class, table.add(PODS, INSTANCE, TOKEN), "by another");
        cloud.refusing(400, code, "taken")
                .answering(page("", entry("172.16.1.0/24", "Deleting", hop("Instance", "i-1"))));
        assertInstanceOf(CloudOutcome.Conflict.class, table.add(PODS, INSTANCE, TOKEN), "by one on its way out");
        cloud.refusing(400, code, "taken").answering(page(""));
        assertInstanceOf(CloudOutcome.Conflict.class, table.add(PODS, INSTANCE, TOKEN), "by nothing that we can see");
        cloud.refusing(400, code, "taken").refusing(503, "ServiceUnavailable", "later");
        assertInstanceOf(CloudOutcome.Conflict.class, table.add(PODS, INSTANCE, TOKEN), "by what we cannot see");
    }

    @Test
    void a_route_that_is_not_there_is_removed_already() {
        cloud.refusing(400, "InvalidRouteEntry.NotFound", "gone").answering(page(""));
        assertEquals(DONE, table.remove(PODS, INSTANCE));
    }

    @Test
    void a_table_that_is_not_there_has_nothing_removed_from_it() {
        cloud.refusing(404, "InvalidRouteTableId.NotFound", "gone")
                .refusing(404, "InvalidRouteTableId.NotFound", "gone");
        assertInstanceOf(CloudOutcome.NotFound.class, table.remove(PODS, INSTANCE));
    }

    @Test
    void the_only_table_of_a_vpc_is_found_once() {
        cloud.answering(tables("vtb-9")).answering(page("")).answering(page(""));
        var only = table(Optional.empty());
        assertEquals(new CloudOutcome.Done<>(List.of()), only.routes());
        assertEquals(new CloudOutcome.Done<>(List.of()), only.routes());
        assertEquals("vtb-9", cloud.lastAsked().get("RouteTableId"));
        assertEquals("vpc-1", cloud.asked.getFirst().get("VpcId"));
        assertEquals(
                List.of(
                        "DescribeRouteTableList WAITING_POD",
                        "DescribeRouteEntryList WAITING_POD",
                        "DescribeRouteEntryList WAITING_POD"),
                turns.noted);
    }

    @Test
    void of_several_tables_the_operator_must_say_which() {
        cloud.answering(tables("vtb-8", "vtb-9"));
        var denied = assertInstanceOf(
                CloudOutcome.Denied.class, table(Optional.empty()).add(PODS, INSTANCE, TOKEN));
        assertEquals(
                "vpc-1 has several route tables, [vtb-8, vtb-9] among them: say which one is to be used",
                denied.words());
        assertEquals(1, cloud.asked.size(), "nothing was added to any");
    }

    private static String tables(String... ids) {
        var each = List.of(ids).stream()
                .map("{\"RouteTableId\": \"%s\"}"::formatted)
                .toList();
        return "{\"RequestId\": \"1\", \"RouterTableList\": {\"RouterTableListType\": %s}}".formatted(each);
    }

    private static String page(String next, String... entries) {
        return "{\"RequestId\": \"1\", \"NextToken\": \"%s\", \"RouteEntrys\": {\"RouteEntry\": %s}}"
                .formatted(next, List.of(entries));
    }

    private static String entry(String destination, String status, String hops) {
        return "{\"DestinationCidrBlock\": \"%s\", \"Status\": \"%s\", \"NextHops\": {\"NextHop\": [%s]}}"
                .formatted(destination, status, hops);
    }

    private static String hop(String type, String id) {
        return "{\"NextHopType\": \"%s\", \"NextHopId\": \"%s\"}".formatted(type, id);
    }
}
