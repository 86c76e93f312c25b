package io.github.terway4j.ports.out;

/**
 * What whoever looks at the cluster's nodes reads of this one. A condition has one writer. Since when it is so is kept by
 * who shows it: that changes only when what holds no longer does, or the other way round, and not with the words. Never
 * fails.
 */
public interface NodeConditions {
    /** This is so now. The same said again shows that somebody still knows. */
    void say(NodeCondition condition);
}
