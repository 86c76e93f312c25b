package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.VlanId;

/** What becomes of a packet that a filter means. */
public sealed interface FilterAction {
    String words();

    /** It comes in by this link of the same namespace, as if it had been sent to it, and goes no further here. */
    record RedirectIn(LinkName link) implements FilterAction {
        @Override
        public String words() {
            return "redirect to come in by " + link;
        }
    }

    record PopTag() implements FilterAction {
        @Override
        public String words() {
            return "pop the tag";
        }
    }

    record PushTag(VlanId id) implements FilterAction {
        @Override
        public String words() {
            return "push the tag " + id;
        }
    }

    /** It goes before or after others where a {@link QueueDiscipline#BANDS} waits; later filters see it, too. */
    record Prioritise(Band band) implements FilterAction {
        @Override
        public String words() {
            return "send " + band.words();
        }
    }
}
