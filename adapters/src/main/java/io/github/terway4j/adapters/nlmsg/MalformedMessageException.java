package io.github.terway4j.adapters.nlmsg;

/** What came from the kernel does not follow its own rules. Stays within the adapters. */
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedMessageException(String words) {
        super(words);
    }
}
