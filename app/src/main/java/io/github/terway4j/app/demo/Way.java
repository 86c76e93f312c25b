package io.github.terway4j.app.demo;

/** Who reaches whom, seen from one pod. To reach is to open a TCP connection and to get bytes across, each way. */
public enum Way {
    SAME_NODE("a pod of the same node, and back", Seen.POD, false),
    OTHER_NODE("a pod of another node, and back", Seen.POD, true),
    OWN_NODE("its own node", Seen.POD, false),
    FROM_OWN_NODE("reached from its own node", Seen.NODE, false),
    NEXT_NODE("another node", Seen.POD, true),
    FROM_NEXT_NODE("reached from another node", Seen.NODE, true),
    SERVICE("a service's address that its node answers", Seen.POD, false),
    HAIRPIN("itself through a service's address (hairpin)", Seen.NODE, false),
    ITSELF("itself by its own address", Seen.POD, false),
    OUTSIDE("somebody outside", Seen.POD, true),
    FROM_OUTSIDE("reached from outside", Seen.ANYBODY, true);

    /** By whose address the one that asks is known to the one that answers. */
    enum Seen {
        POD("the asking pod's own"),
        NODE("the node's"),
        ANYBODY("whose it was");

        private final String words;

        Seen(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final String words;
    private final Seen seen;
    private final boolean throughVpc;

    Way(String words, Seen seen, boolean throughVpc) {
        this.words = words;
        this.seen = seen;
        this.throughVpc = throughVpc;
    }

    public String words() {
        return words;
    }

    Seen seen() {
        return seen;
    }

    /** Whether it leaves the pod's node, whatever the mode: then it passes the ENI that carries the pod's traffic. */
    boolean throughVpc() {
        return throughVpc;
    }
}
