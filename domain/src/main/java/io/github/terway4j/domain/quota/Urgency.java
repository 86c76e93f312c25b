package io.github.terway4j.domain.quota;

/** Why the cloud is called, the most urgent reason first. */
public enum Urgency {
    /** A pod waits for its address at this moment. */
    WAITING_POD,
    /** The pool wants to know or to hold more, for pods that are yet to come. */
    WARM_UP,
    /** What stands idle goes back. It costs a place or money, but nobody waits for it. */
    GIVE_BACK
}
