package io.github.terway4j.domain.net;

/**
 * The name of a network interface, as Linux takes it (dev_valid_name in net/core/dev.c): 1 to 15 bytes without slash,
 * colon or white space, and neither "." nor "..".
 *
 * <p>We ask a little more. Only printable ASCII, so that bytes and characters are the same thing. And no percent sign:
 * the kernel reads {@code eth%d} as a pattern and gives the link another name than the one we would then look for.
 */
public record LinkName(String text) implements Comparable<LinkName> {
    /** IFNAMSIZ is 16 with the terminating zero. */
    private static final int LONGEST = 15;

    public LinkName {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw refusal(text, "it takes 1 to 15 bytes");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw refusal(text, "it takes printable ASCII without white space");
        }
        if (text.chars().anyMatch(c -> c == '/' || c == ':' || c == '%')) {
            throw refusal(text, "it takes no slash, colon or percent sign");
        }
        if (".".equals(text) || "..".equals(text)) {
            throw refusal(text, "that is a directory");
        }
    }

    @Override
    public int compareTo(LinkName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static IllegalArgumentException refusal(String text, String rule) {
        return new IllegalArgumentException("\"%s\" is not an interface name: %s".formatted(text, rule));
    }
}
