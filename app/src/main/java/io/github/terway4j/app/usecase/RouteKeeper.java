package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.domain.route.RouteAction;
import io.github.terway4j.domain.route.RoutePlan;
import io.github.terway4j.domain.route.RoutePlanner;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Keeps the VPC's routes to nodes' blocks, where the operator has named the route tables. Each node looks after its own
 * route, and whoever looks removes one of ours whose node is gone, once two looks have shown it so. A VPC takes one change
 * at a time, whoever asks: what is refused for that is asked again at the next look.
 */
public final class RouteKeeper {
    /** A route is there a few seconds after it was asked for. */
    private static final Duration WHILE_IT_GOES_ON = Duration.ofSeconds(5);

    /** What nobody waits for; all nodes of a cluster look. */
    private static final Duration OTHERWISE = Duration.ofMinutes(10);

    private final NodeDirectory nodes;
    private final List<RouteTable> tables;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final RandomGenerator random;
    private List<RouteAction> doubted = List.of();
    private List<String> told = List.of();

    public RouteKeeper(
            NodeDirectory nodes, List<RouteTable> tables, Chronicle chronicle, Tasks tasks, RandomGenerator random) {
        this.nodes = nodes;
        this.tables = List.copyOf(tables);
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.random = random;
    }

    /** Goes on for ever. Without a table there is nothing to do. */
    public void run() {
        while (true) {
            // Not all nodes at the same moment: only one of them would be heard.
            var rest = pass();
            tasks.sleep(rest.plusMillis(random.nextLong(rest.toMillis())));
        }
    }

    /** Looks and does what can be done now. Returns how long to leave the tables alone. */
    Duration pass() {
        if (tables.isEmpty()) {
            return OTHERWISE;
        }
        return nodes.self() instanceof NodeLookup.Found(var self)
                        && nodes.census() instanceof NodeCensus.Complete(var all)
                        // A list that lacks us is not the whole one.
                        && all.contains(self)
                ? pass(self, all)
                : WHILE_IT_GOES_ON;
    }

    private Duration pass(ListedNode self, List<ListedNode> all) {
        var troubles = new ArrayList<String>();
        var unwanted = new ArrayList<RouteAction>();
        var goesOn = self.blocks().isEmpty() || self.instance().isEmpty();
        for (var table : tables) {
            switch (table.routes()) {
                case CloudOutcome.Done<List<VpcRoute>>(var routes) -> {
                    var plan = RoutePlanner.plan(self, all, routes);
                    troubles.addAll(plan.troubles());
                    goesOn |= plan.goesOn();
                    act(table, plan, unwanted, troubles);
                }
                case CloudOutcome<List<VpcRoute>> failed -> {
                    troubles.add("the VPC's routes could not be read: " + failed.words());
                    goesOn = true;
                }
            }
        }
        doubted = unwanted;
        tell(troubles);
        return goesOn ? WHILE_IT_GOES_ON : OTHERWISE;
    }

    /** One change for a table and a look. */
    private void act(RouteTable table, RoutePlan plan, List<RouteAction> unwanted, List<String> troubles) {
        plan.actions().stream().filter(RouteAction.Remove.class::isInstance).forEach(unwanted::add);
        plan.actions().stream()
                .filter(action -> action instanceof RouteAction.Add || doubted.contains(action))
                .findFirst()
                .ifPresent(action -> heed(action, perform(table, action), troubles));
    }

    private CloudOutcome<Nothing> perform(RouteTable table, RouteAction action) {
        return switch (action) {
            case RouteAction.Add(var destination, var instance) -> table.add(destination, instance, token());
            case RouteAction.Remove(var destination, var instance) -> table.remove(destination, instance);
        };
    }

    private static void heed(RouteAction action, CloudOutcome<Nothing> outcome, List<String> troubles) {
        switch (outcome) {
            // Somebody else's change is on its way, or ours may be: the next look tells.
            case CloudOutcome.Done<Nothing> _,
                    CloudOutcome.Conflict<Nothing> _,
                    CloudOutcome.Throttled<Nothing> _,
                    CloudOutcome.Unknown<Nothing> _,
                    CloudOutcome.NotFound<Nothing> _ -> {}
            case CloudOutcome.LimitReached<Nothing> _,
                    CloudOutcome.Denied<Nothing> _,
                    CloudOutcome.VSwitchExhausted<Nothing> _,
                    CloudOutcome.Unforeseen<Nothing> _ ->
                troubles.add("could not %s: %s".formatted(action.words(), outcome.words()));
        }
    }

    /** Once, and again when it is another trouble. */
    private void tell(List<String> troubles) {
        troubles.stream()
                .filter(words -> !told.contains(words))
                .forEach(words -> chronicle.node(EventReason.RESOURCE_INVALID, words));
        told = List.copyOf(troubles);
    }

    private ClientToken token() {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        return new ClientToken("terway4j-" + HexFormat.of().formatHex(bytes));
    }
}
