package io.github.terway4j.app.config;

import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/** Whether, and by what, pods' answers go back as the question came. */
final class SymmetricKeys {
    private static final SymmetricRouting USUAL = SymmetricRouting.USUAL;
    private static final Shape<SymmetricRouting> DETAILS = Composites.record(
            "{\"interface\", \"mark\", \"mask\", \"table_id\", \"rule_priority\"}", SymmetricKeys::details);

    private SymmetricKeys() {}

    static Optional<SymmetricRouting> read(KeyReader keys) {
        boolean on = keys.read("symmetric_routing", Shapes.flag(), false);
        var routing = keys.read("symmetric_routing_config", DETAILS, USUAL);
        return on ? Optional.of(routing) : Optional.empty();
    }

    private static SymmetricRouting details(KeyReader fields) {
        // Of Terway's own rules: ours carry a comment of ours, and are nftables' in any case.
        fields.read("comment", Shapes.text(), "");
        fields.read("backend", Shapes.text(), "");
        var link = fields.read("interface", Shapes.text(LinkName::new, "the name of a link"), USUAL.link());
        int mark = fields.read("mark", Shapes.wholeNumber(1), USUAL.mark().value());
        int mask = fields.read("mask", Shapes.wholeNumber(1), USUAL.mark().mask());
        int table = fields.read("table_id", Shapes.wholeNumber(1), USUAL.table());
        int priority = fields.read("rule_priority", Shapes.wholeNumber(1), USUAL.priority());
        return fields.together(
                () -> new SymmetricRouting(link, new Mark(mark, mask), table, priority),
                USUAL,
                "mark",
                "mask",
                "table_id",
                "rule_priority");
    }
}
