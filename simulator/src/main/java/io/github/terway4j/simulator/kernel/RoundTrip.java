package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;

/** A request, and the answer to it if the request arrived. */
public sealed interface RoundTrip {
    Walk there();

    String words();

    /** Whether the request came to this namespace and the answer back to that one. */
    boolean joins(NetNs asking, NetNs answering);

    record Unanswered(Walk there) implements RoundTrip {
        @Override
        public boolean joins(NetNs asking, NetNs answering) {
            return false;
        }

        @Override
        public String words() {
            return "there: " + there.words();
        }
    }

    record Answered(Walk there, Walk back) implements RoundTrip {
        @Override
        public boolean joins(NetNs asking, NetNs answering) {
            return there.deliveredTo(answering) && back.deliveredTo(asking);
        }

        @Override
        public String words() {
            return "there: " + there.words() + "\nback: " + back.words();
        }
    }
}
