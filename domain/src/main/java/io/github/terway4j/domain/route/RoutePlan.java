package io.github.terway4j.domain.route;

import java.util.List;

/**
 * What is to be done about the routes to nodes.
 *
 * @param actions in the order of their urgency; a VPC takes one change at a time. None while another change is under way
 * @param goesOn whether there is something to do, or to wait for
 * @param troubles what keeps the node from having its route, in words
 */
public record RoutePlan(List<RouteAction> actions, boolean goesOn, List<String> troubles) {
    public RoutePlan {
        actions = List.copyOf(actions);
        troubles = List.copyOf(troubles);
    }
}
