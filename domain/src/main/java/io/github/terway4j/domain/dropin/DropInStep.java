package io.github.terway4j.domain.dropin;

/** One change to the node's files. */
public sealed interface DropInStep {
    String path();

    /** As a whole, in the place of nothing or of an earlier one of ours. */
    record Write(DropIn file) implements DropInStep {
        @Override
        public String path() {
            return file.path();
        }
    }

    record Remove(String path) implements DropInStep {}
}
