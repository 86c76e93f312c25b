package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;

/** Something done to a world: one step, or what others on a node do and we never do. */
sealed interface Deed {
    String words();

    record Take(KernelStep step) implements Deed {
        @Override
        public String words() {
            return step.words();
        }
    }

    record TurnDown(NetNs ns, LinkName link) implements Deed {
        @Override
        public String words() {
            return "turn link " + link + " down";
        }
    }
}
