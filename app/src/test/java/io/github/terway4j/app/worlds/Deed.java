package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.simulator.kernel.Refusal;
import java.util.Locale;

/** Something done to a world: one step, or what others on a node do and we never do. */
sealed interface Deed {
    String words();

    record Take(KernelStep step) implements Deed {
        @Override
        public String words() {
            return step.words();
        }
    }

    /** A route that refuses, made only where none stands. */
    record Refuse(NetNs ns, int table, Cidr destination, Refusal how) implements Deed {
        @Override
        public String words() {
            return "add route " + how.name().toLowerCase(Locale.ROOT) + " " + destination + " table " + table;
        }
    }

    record TurnDown(NetNs ns, LinkName link) implements Deed {
        @Override
        public String words() {
            return "turn link " + link + " down";
        }
    }
}
