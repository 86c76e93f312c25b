package io.github.terway4j.adapters.nlmsg;

/** What came from the kernel does not follow netlink's own rules. Stays within the adapters. */
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedMessageException(String words) {
        super(words);
    }
}
