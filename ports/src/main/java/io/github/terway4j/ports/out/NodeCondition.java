package io.github.terway4j.ports.out;

/**
 * Something that is so of a node, or is not.
 *
 * @param reason one word for programs
 * @param message for people
 */
public record NodeCondition(Kind kind, boolean holds, String reason, String message) {
    /** What can be said of a node; the texts are part of what operators' tools look for. */
    public enum Kind {
        SUFFICIENT_IP("SufficientIP");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** The node has addresses, or can fetch them. */
    public static NodeCondition sufficientIp() {
        return new NodeCondition(Kind.SUFFICIENT_IP, true, "SufficientIP", "node has sufficient IP");
    }

    /** Pods cannot get addresses, or what shall stand ready cannot be had; {@code message} says why. */
    public static NodeCondition insufficientIp(String message) {
        return new NodeCondition(Kind.SUFFICIENT_IP, false, "InsufficientIP", message);
    }

    /** {@code SufficientIP is False (InsufficientIP): ...} */
    public String words() {
        return "%s is %s (%s): %s".formatted(kind.text(), holds ? "True" : "False", reason, message);
    }
}
