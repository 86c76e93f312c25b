package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import java.time.Duration;
import java.util.List;

/** Nodes whose pods have addresses of a block of the node's own, and the VPC's routes to these. */
public final class BlockSteps {
    private static final Duration A_ROUTES_WAY = Duration.ofSeconds(10);

    private final Stage stage;
    private final Shapes shapes;
    private final Pods pods;
    private int routesMade;

    public BlockSteps(Stage stage, Shapes shapes, Pods pods) {
        this.stage = stage;
        this.shapes = shapes;
        this.pods = pods;
    }

    @Given("{node} has the block {block} for its pods")
    public void hasBlock(String name, Cidr block) {
        shapes.announce(NodeShape.usual(name).withBlocks(List.of(block)));
    }

    @Given("{node} has the blocks {block} and {block6} for its pods")
    public void hasBlocks(String name, Cidr block, Cidr block6) {
        shapes.announce(NodeShape.usual(name).withBlocks(List.of(block, block6)).dualStack());
    }

    @Given("{node} has the block {block6} for its pods")
    public void hasBlock6(String name, Cidr block) {
        shapes.announce(NodeShape.usual(name).withBlocks(List.of(block)).with("ip_stack", "ipv6"));
    }

    @Given("{node} has been allotted no block yet")
    public void hasNoBlock(String name) {
        shapes.announce(NodeShape.usual(name).withBlocks(List.of()));
    }

    @Given("the cloud controller has made a route to each block")
    public void routesAreMade() {
        shapes.names().forEach(node -> {
            stage.node(node);
            shapes.blocks(node).forEach(block -> route(block, node));
        });
    }

    @Given("somebody has made a route for {block} to {node}")
    public void route(Cidr block, String node) {
        var hop = new VpcNextHop.ToInstance(stage.node(node).instance().id());
        var order = new RouteOrder(stage.routeTable(), block, hop, "", "by hand");
        assertInstanceOf(
                Answer.Given.class, stage.cloud().routes().create(order, new ClientToken("by-hand-" + routesMade++)));
        stage.pass(A_ROUTES_WAY);
        stage.cloud().settle();
    }

    @Given("the agents keep the routes to their nodes")
    public void agentsKeepRoutes() {
        shapes.names().forEach(name -> shapes.change(name, NodeShape::keepingRoutes));
        shapes.names().forEach(stage::node);
        stage.pass(Duration.ofMinutes(1));
    }

    @When("the operator has the agents keep the routes to their nodes")
    public void agentsKeepRoutesNow() {
        shapes.names().forEach(name -> shapes.changeNow(name, NodeShape::keepingRoutes));
        stage.pass(Duration.ofMinutes(1));
    }

    @Given("the VPC has room for {int} route(s)")
    public void roomForRoutes(int quota) {
        stage.cloud().routes().quota(quota);
    }

    @When("{node} leaves the cluster")
    public void leaves(String name) {
        stage.node(name).killAgent();
        stage.cluster().removeNode(name);
    }

    @Then("{pod} has the address {address}")
    public void hasAddress(String name, Ip address) {
        assertEquals(List.of(address), pods.pod(name).addresses());
    }

    @Then("{pod} has one address, and it lies in {block6}")
    public void liesIn(String name, Cidr block) {
        var addresses = pods.pod(name).addresses();
        assertEquals(1, addresses.size());
        assertTrue(block.contains(addresses.getFirst()), addresses::toString);
    }

    @Then("the VPC has a route for {block} to {node}")
    public void hasRoute(Cidr block, String node) {
        var hop = new VpcNextHop.ToInstance(stage.node(node).instance().id());
        assertTrue(
                routes().stream()
                        .anyMatch(route ->
                                route.destination().equals(block) && route.hop().equals(hop)),
                () -> routes().toString());
    }

    @Then("the VPC has no route for {block}")
    public void hasNoRoute(Cidr block) {
        assertTrue(routes().stream().noneMatch(route -> route.destination().equals(block)), () -> routes().toString());
    }

    @Then("{node} says that {block} is routed elsewhere by somebody else")
    public void saysThatItIsTaken(String node, Cidr block) {
        says("%s of this node is routed to ".formatted(block), " by somebody else");
    }

    @Then("the VPC has {int} route(s) that was/were made for a node")
    public void hasRoutes(int count) {
        assertEquals(count, routes().size(), () -> routes().toString());
    }

    @Then("a node says why its route could not be made")
    public void saysWhy() {
        says("could not route 10.244.", "");
    }

    private void says(String begin, String end) {
        assertTrue(
                stage.events().stream().anyMatch(event -> event.contains(begin) && event.endsWith(end)),
                () -> "" + stage.events());
    }

    private List<RouteEntry> routes() {
        return switch (stage.cloud().routes().entries(stage.routeTable())) {
            case Answer.Given<List<RouteEntry>>(var entries) ->
                entries.stream()
                        .filter(entry -> entry.kind() == RouteKind.CUSTOM)
                        .toList();
            case Answer.Refused<List<RouteEntry>> refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
