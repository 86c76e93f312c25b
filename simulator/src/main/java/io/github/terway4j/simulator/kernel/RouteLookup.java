package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.RuleAction;
import java.util.Optional;

/** Asks the rules in order; the first whose table knows a way, or which is itself an end, has spoken. */
final class RouteLookup {
    private RouteLookup() {}

    static Finding find(Stack stack, Flow flow) {
        var family = flow.destination().family();
        return stack.rules(family)
                .rules()
                .filter(rule -> flow.isSelectedBy(rule.selector()))
                .flatMap(rule -> ask(rule, stack.routes(family), flow).stream())
                .findFirst()
                .orElse(new Finding.Nothing());
    }

    private static Optional<Finding> ask(Rule rule, RouteBook routes, Flow flow) {
        return switch (rule.action()) {
            case RuleAction.Blackhole _ -> Optional.of(new Finding.Refused(DropReason.BLACKHOLE, rule.words()));
            case RuleAction.Lookup(int number) ->
                routes.lookup(number, flow)
                        .filter(route -> !route.leads().equals(new Leads.Nowhere(Refusal.THROW)))
                        .map(route -> speak(rule, number, route));
        };
    }

    private static Finding speak(Rule rule, int table, RouteEntry route) {
        return route.leads() instanceof Leads.Nowhere(var how)
                ? new Finding.Refused(how.reason(), route.words() + " table " + table + ", by " + rule.words())
                : new Finding.Found(rule.priority(), table, route);
    }
}
