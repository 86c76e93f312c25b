package io.github.terway4j.domain.datapath;

/** What a routing policy rule does with the packets that it selects. */
public sealed interface RuleAction {
    String words();

    /** Looks for a route in this table; where there is none, the next rule has its turn. */
    record Lookup(int table) implements RuleAction {
        @Override
        public String words() {
            return switch (table) {
                case RouteTables.LOCAL -> "lookup local";
                case RouteTables.MAIN -> "lookup main";
                case RouteTables.DEFAULT -> "lookup default";
                default -> "lookup " + table;
            };
        }
    }

    /** Drops the packet without a word. */
    record Blackhole() implements RuleAction {
        @Override
        public String words() {
            return "blackhole";
        }
    }
}
