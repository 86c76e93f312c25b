package io.github.terway4j.app.demo;

/** Who reaches whom, seen from one pod. To reach is to open a TCP connection and to get bytes across, each way. */
public enum Way {
    SAME_NODE("a pod of the same node, and back"),
    OTHER_NODE("a pod of another node, and back"),
    OWN_NODE("its own node"),
    FROM_OWN_NODE("reached from its own node"),
    NEXT_NODE("another node"),
    FROM_NEXT_NODE("reached from another node"),
    SERVICE("a service's address that its node answers"),
    ITSELF("itself by its own address"),
    OUTSIDE("somebody outside"),
    FROM_OUTSIDE("reached from outside");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
