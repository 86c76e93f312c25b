package io.github.terway4j.adapters.kubernetes;

/** One thing that an agent wants of an API server. */
enum Errand {
    LIST_PODS("the feed lists the node's pods"),
    HEAR_OF_PODS("the feed hears of another pod"),
    FIND_A_POD("a pod is found"),
    COUNT_PODS("all pods of the node are counted"),
    NOTE_ON_A_POD("a pod's addresses are noted on it"),
    FIND_THE_NODE("the node is found"),
    COUNT_NODES("all nodes are counted"),
    NOTE_ON_THE_NODE("the node's capacity is noted on it"),
    SAY_THE_CONDITION("the node's condition is said"),
    READ_THE_CONFIGURATION("the configuration is read"),
    HEAR_OF_CONFIGURATION("another configuration is heard of"),
    HEAR_OF_LABELS("another label of the node is heard of"),
    FIND_THE_SERVICES("the cluster's service CIDRs are found"),
    TELL("an event is told"),
    TELL_AGAIN("the same event is told again");

    private final String words;

    Errand(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
