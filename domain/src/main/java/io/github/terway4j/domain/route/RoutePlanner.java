package io.github.terway4j.domain.route;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Subtracts the routes of a table from those that are needed. Each node has its own route made, and any node has removed
 * what was made for one that is gone. A route that is not of our making is never touched, whatever it is for: one that
 * stands in the way is told.
 */
public final class RoutePlanner {
    private RoutePlanner() {}

    /**
     * What a node does about one table.
     *
     * @param self the node that asks
     * @param nodes all of the cluster
     * @param routes all that the table has
     */
    public static RoutePlan plan(ListedNode self, Collection<ListedNode> nodes, List<VpcRoute> routes) {
        var actions = new ArrayList<RouteAction>();
        var troubles = new ArrayList<String>();
        // Pods wait for the node's own.
        self.instance()
                .ifPresent(instance -> self.blocks().forEach(block -> {
                    var there = to(block, routes);
                    if (there.isEmpty()) {
                        actions.add(new RouteAction.Add(block, instance));
                    } else if (!there.get().leadsTo(instance) && !there.get().isOurs()) {
                        troubles.add("%s of this node is routed to %s by somebody else"
                                .formatted(block, there.get().hop()));
                    }
                }));
        routes.stream()
                .filter(route -> route.isOurs() && !isWanted(nodes, route))
                .flatMap(route ->
                        target(route).stream().map(instance -> new RouteAction.Remove(route.destination(), instance)))
                .forEach(actions::add);
        var underWay = routes.stream().anyMatch(route -> route.status() != RouteStatus.AVAILABLE);
        return new RoutePlan(underWay ? List.of() : actions, underWay || !actions.isEmpty(), troubles);
    }

    private static Optional<VpcRoute> to(Cidr destination, List<VpcRoute> routes) {
        return routes.stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }

    private static boolean isWanted(Collection<ListedNode> nodes, VpcRoute route) {
        return nodes.stream()
                .anyMatch(node -> node.blocks().contains(route.destination())
                        && node.instance().filter(route::leadsTo).isPresent());
    }

    private static Optional<InstanceId> target(VpcRoute route) {
        return route.hop() instanceof VpcNextHop.ToInstance(var instance) ? Optional.of(instance) : Optional.empty();
    }
}
