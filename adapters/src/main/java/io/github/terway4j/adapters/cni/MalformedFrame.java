package io.github.terway4j.adapters.cni;

/** What arrived is not a whole frame of ours. Never leaves this package. */
final class MalformedFrame extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedFrame(String words) {
        super(words);
    }
}
