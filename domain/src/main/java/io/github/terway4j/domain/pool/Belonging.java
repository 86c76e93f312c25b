package io.github.terway4j.domain.pool;

/** Whether an ENI is the pool's to use, to fill, to empty and to give back; if not, why it is left alone. */
public enum Belonging {
    OURS("it is ours"),
    NODES("it carries the node's own address"),
    OTHER_KIND("it is no ordinary secondary ENI"),
    BLOCKED("it has a tag of eni_tag_block_list"),
    FOR_ANOTHER("it was made for another instance"),
    FILTERED_OUT("it has not all the tags of eni_tag_filter"),
    STRANGE("nothing on it says that it was made for pods");

    private final String words;

    Belonging(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
