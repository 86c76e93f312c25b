package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;

/** Which packets a filter means. */
public sealed interface FilterMatch {
    String words();

    record From(Cidr source) implements FilterMatch {
        @Override
        public String words() {
            return "from " + source;
        }
    }

    record To(Cidr destination) implements FilterMatch {
        @Override
        public String words() {
            return "to " + destination;
        }
    }

    /** Whatever carries an 802.1Q tag. */
    record Tagged() implements FilterMatch {
        @Override
        public String words() {
            return "tagged";
        }
    }
}
