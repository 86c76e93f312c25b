package io.github.terway4j.adapters.nftables;

import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.ConnectionMarks;
import io.github.terway4j.ports.out.MarksOutcome;

/** By one table of our own, which is put there as a whole or not at all. */
public final class NftConnectionMarks implements ConnectionMarks {
    private static final String TABLE = "inet terway_symmetric";
    private static final String OURS = "comment \"terway4j\"";

    @Override
    public MarksOutcome mark(NetNs host, LinkName by, Mark mark) {
        return inPlaceOfOurs(host, """
                add table %1$s
                delete table %1$s
                table %1$s {
                    %2$s
                    chain prerouting {
                        type filter hook prerouting priority mangle; policy accept;
                        iifname "%3$s" ct direction original ct mark set ct mark & %4$#x | %5$#x
                        iifname "cali*" ct direction reply ct mark & %6$#x == %5$#x meta mark set meta mark & %4$#x | %5$#x
                    }
                }
                """.formatted(TABLE, OURS, by, ~mark.mask(), mark.value(), mark.mask()));
    }

    @Override
    public MarksOutcome leave(NetNs host) {
        return switch (NftProgram.in(host, "list table " + TABLE)) {
            case NftProgram.Answer.Refused _ -> new MarksOutcome.Done();
            // Where nobody can list a table, nobody has made one here.
            case NftProgram.Answer.NoProgram _ -> new MarksOutcome.Done();
            case NftProgram.Answer.Said said ->
                said.text().contains(OURS) ? outcome(NftProgram.in(host, "delete table " + TABLE)) : notOurs();
        };
    }

    private static MarksOutcome inPlaceOfOurs(NetNs host, String script) {
        boolean others = NftProgram.in(host, "list table " + TABLE) instanceof NftProgram.Answer.Said said
                && !said.text().contains(OURS);
        return others ? notOurs() : outcome(NftProgram.in(host, script));
    }

    private static MarksOutcome notOurs() {
        return new MarksOutcome.Failed("the table %s is not ours: it lacks our comment".formatted(TABLE));
    }

    private static MarksOutcome outcome(NftProgram.Answer answer) {
        return switch (answer) {
            case NftProgram.Answer.Said _ -> new MarksOutcome.Done();
            case NftProgram.Answer.Refused refused -> new MarksOutcome.Failed("nft: " + refused.text());
            case NftProgram.Answer.NoProgram _ ->
                new MarksOutcome.Failed("the program nft is missing: it comes with the package nftables");
        };
    }
}
