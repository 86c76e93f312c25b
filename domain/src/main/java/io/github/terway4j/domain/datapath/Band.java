package io.github.terway4j.domain.datapath;

/** One of the three bands in which packets wait; nothing leaves a band while something waits in an earlier one. */
public enum Band {
    FIRST("first"),
    /** Where everything waits that nobody has sorted. */
    MIDDLE("as usual"),
    LAST("last");

    private final String words;

    Band(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
