package io.github.terway4j.simulator.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.openapi.wire.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How routes are spelt at the door; what may be routed is the model's business. */
final class RouteOperationsTest {
    private static final Pattern DESTINATION = Pattern.compile("\"DestinationCidrBlock\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

    private final Stand stand = new Stand();
    private final String table = stand.scene
            .cloud()
            .routes()
            .tablesOf(stand.scene.vpc())
            .getFirst()
            .id()
            .text();
    private final String node = stand.scene.instances().getFirst().id().text();

    @Test
    void a_route_to_an_instance_is_created_described_and_deleted() {
        var created =
                create("DestinationCidrBlock", "172.16.1.0/24", "RouteEntryName", "pods", "Description", "of a node");
        assertEquals(200, created.status(), created::body);
        assertTrue(created.body().contains("\"RouteEntryId\":\"rte-bp1"), created::body);
        assertDescribes(
                "\"DestinationCidrBlock\":\"172.16.1.0/24\",\"IpVersion\":\"ipv4\",\"Type\":\"Custom\",\"Status\":"
                        + "\"Creating\",\"RouteEntryName\":\"pods\",\"Description\":\"of a node\",\"NextHops\":"
                        + "{\"NextHop\":[{\"NextHopType\":\"Instance\",\"NextHopId\":\"%s\"".formatted(node));
        settle();
        assertDescribes("\"Status\":\"Available\"");
        var deleted = stand.client.callVpc(
                "DeleteRouteEntry", "RouteTableId", table, "DestinationCidrBlock", "172.16.1.0/24", "NextHopId", node);
        assertEquals(200, deleted.status(), deleted::body);
        assertDescribes("\"Status\":\"Deleting\"");
        settle();
        assertEquals(List.of(), destinations(custom()));
    }

    @Test
    void a_route_may_lead_to_an_eni_and_is_deleted_by_its_id() {
        var eni = stand.scene.instances().getFirst().primaryEni().text();
        var created = create("DestinationCidrBlock", "172.16.1.7", "NextHopType", "NetworkInterface", "NextHopId", eni);
        assertDescribes("\"DestinationCidrBlock\":\"172.16.1.7/32\"");
        assertDescribes("\"NextHopType\":\"NetworkInterface\",\"NextHopId\":\"%s\"".formatted(eni));
        settle();
        var id = created.body().replaceAll(".*\"RouteEntryId\":\"([^\"]+)\".*", "$1");
        assertEquals(
                200,
                stand.client.callVpc("DeleteRouteEntry", "RouteEntryId", id).status());
    }

    @Test
    void a_token_makes_a_repeated_call_the_same_call() {
        var first = create("DestinationCidrBlock", "172.16.1.0/24", "ClientToken", "once");
        var again = create("DestinationCidrBlock", "172.16.1.0/24", "ClientToken", "once");
        assertEquals(withoutRequest(first), withoutRequest(again));
        refused("TaskConflict", create("DestinationCidrBlock", "172.16.1.0/24", "ClientToken", "twice"));
        refused("IdempotentParameterMismatch", create("DestinationCidrBlock", "172.16.2.0/24", "ClientToken", "once"));
    }

    @Test
    void calls_without_a_token_are_each_a_call_of_its_own() {
        var eni = stand.client.call(
                "CreateNetworkInterface", "VSwitchId", stand.vSwitch(), "SecurityGroupId", stand.securityGroup());
        assertEquals(200, eni.status(), eni::body);
        assertEquals(200, create("DestinationCidrBlock", "172.16.1.0/24").status());
    }

    @Test
    void routes_are_found_by_what_they_are() {
        create("DestinationCidrBlock", "172.16.1.0/24", "RouteEntryName", "pods");
        settle();
        assertEquals(List.of("172.16.1.0/24"), destinations(custom("DestinationCidrBlock", "172.16.1.0/24")));
        assertEquals(List.of("172.16.1.0/24"), destinations(custom("RouteEntryName", "pods", "NextHopId", node)));
        assertEquals(List.of(), destinations(custom("NextHopType", "NetworkInterface")));
        assertEquals(List.of(), destinations(custom("IpVersion", "ipv6")));
        assertEquals(
                List.of("10.1.0.0/20", "10.2.0.0/20", "100.64.0.0/10"),
                destinations(list("RouteEntryType", "System", "IpVersion", "ipv4")).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void a_long_table_is_read_by_pages() {
        for (int i = 0; i < 7; i++) {
            create("DestinationCidrBlock", "172.16.%d.0/24".formatted(i));
            settle();
        }
        var seen = new ArrayList<String>();
        var pages = 0;
        var token = "";
        do {
            var page = list("RouteEntryType", "Custom", "MaxResult", "3", "NextToken", token);
            seen.addAll(destinations(page));
            var next = NEXT.matcher(page.body());
            token = next.find() ? next.group(1) : "";
            pages++;
        } while (!token.isEmpty());
        assertEquals(3, pages);
        assertEquals(7, seen.size());
        assertEquals(7, new HashSet<>(seen).size());
        refused("InvalidParameter", list("MaxResult", "501"));
    }

    @Test
    void route_tables_are_listed_by_vpc_and_by_pages() {
        var second =
                stand.scene.cloud().site().createRouteTable(stand.scene.vpc()).text();
        var both = stand.client.callVpc(
                "DescribeRouteTableList", "VpcId", stand.scene.vpc().text());
        assertTrue(both.body().contains("\"TotalCount\":2"), both::body);
        assertTrue(
                both.body().contains("\"RouterTableList\":{\"RouterTableListType\":[{\"RouteTableId\":"), both::body);
        assertTrue(both.body().contains("\"VSwitchIds\":{\"VSwitchId\":[\"vsw-"), both::body);
        var one = stand.client.callVpc("DescribeRouteTableList", "RouteTableId", second);
        assertTrue(one.body().contains("\"RouteTableType\":\"Custom\""), one::body);
        assertFalse(one.body().contains(table), one::body);
        var page = stand.client.callVpc("DescribeRouteTableList", "PageSize", "1", "PageNumber", "2");
        assertTrue(page.body().contains("\"PageNumber\":2,\"PageSize\":1"), page::body);
        refused("InvalidParameter", stand.client.callVpc("DescribeRouteTableList", "PageSize", "51"));
        var none = stand.client.callVpc("DescribeRouteTableList", "VpcId", "vpc-nowhere");
        assertTrue(none.body().contains("\"TotalCount\":0"), none::body);
    }

    @Test
    void what_is_missing_or_malformed_is_refused() {
        refused("MissingRouteTableId", stand.client.callVpc("CreateRouteEntry"));
        refused("MissingDestinationCidrBlock", stand.client.callVpc("CreateRouteEntry", "RouteTableId", table));
        refused("MissingRouteTableId", stand.client.callVpc("DescribeRouteEntryList"));
        refused(
                "InvalidRouteTableId.NotFound",
                stand.client.callVpc("DescribeRouteEntryList", "RouteTableId", "vtb-1"));
        refused("InvalidCidrBlock.Malformed", create("DestinationCidrBlock", "172.16.1.1/24"));
        refused("InvalidNextHopType", create("DestinationCidrBlock", "172.16.1.0/24", "NextHopType", "Balloon"));
        refused(
                "InvalidNextHop.NotFound",
                create("DestinationCidrBlock", "172.16.1.0/24", "NextHopType", "NatGateway"));
        refused("InvalidNexthopTypeAndList.BothNull", create("DestinationCidrBlock", "172.16.1.0/24", "NextHopId", ""));
        refused(
                "InvalidNexthopTypeAndList.BothNotNull",
                create("DestinationCidrBlock", "172.16.1.0/24", "NextHopList.1.NextHopId", "ri-1"));
        refused("UnsupportedParameter", create("DestinationCidrBlock", "172.16.1.0/24", "DryRun", "true"));
        refused("MissingRouteTableId", stand.client.callVpc("DeleteRouteEntry"));
        refused(
                "InvalidNextHop",
                stand.client.callVpc(
                        "DeleteRouteEntry", "RouteTableId", table, "DestinationCidrBlock", "172.16.1.0/24"));
        refused(
                "ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock",
                stand.client.callVpc(
                        "DeleteRouteEntry", "RouteEntryId", "rte-1", "DestinationCidrBlock", "172.16.1.0/24"));
    }

    @Test
    void a_load_is_shared_by_router_interfaces_only_and_here_are_none() {
        refused("InvalidNextHopList.Size", shared(1));
        refused("InvalidRouterInterface", shared(2));
    }

    private Outgoing shared(int hops) {
        var pairs = new ArrayList<>(List.of("RouteTableId", table, "DestinationCidrBlock", "172.16.1.0/24"));
        for (int i = 1; i <= hops; i++) {
            pairs.addAll(List.of("NextHopList." + i + ".NextHopType", "RouterInterface"));
            pairs.addAll(List.of("NextHopList." + i + ".NextHopId", "ri-" + i));
        }
        return stand.client.callVpc("CreateRouteEntry", pairs.toArray(String[]::new));
    }

    /** Through the first instance, unless the pairs say otherwise. */
    private Outgoing create(String... pairs) {
        var all = new ArrayList<>(List.of("RouteTableId", table, "NextHopId", node));
        all.addAll(List.of(pairs));
        return stand.client.callVpc("CreateRouteEntry", all.toArray(String[]::new));
    }

    private Outgoing custom(String... pairs) {
        var all = new ArrayList<>(List.of(pairs));
        all.addAll(List.of("RouteEntryType", "Custom"));
        return list(all.toArray(String[]::new));
    }

    private Outgoing list(String... pairs) {
        var all = new ArrayList<>(List.of("RouteTableId", table));
        all.addAll(List.of(pairs));
        return stand.client.callVpc("DescribeRouteEntryList", all.toArray(String[]::new));
    }

    private void settle() {
        stand.pass(Duration.ofSeconds(5));
    }

    private void assertDescribes(String words) {
        var described = custom();
        assertTrue(described.body().contains(words), () -> "%s is not in %s".formatted(words, described.body()));
    }

    private static List<String> destinations(Outgoing page) {
        return DESTINATION
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String withoutRequest(Outgoing answer) {
        return answer.body().replaceAll("\"RequestId\":\"[^\"]+\"", "");
    }

    private static void refused(String code, Outgoing answer) {
        assertTrue(answer.body().contains("\"Code\":\"%s\"".formatted(code)), answer::body);
    }
}
