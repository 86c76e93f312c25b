package io.github.terway4j.ports.out;

import java.util.SortedMap;

/** What we write on our node for others to read. Returns at once and never fails; what could not be written is tried again. */
public interface NodeNotes {
    /** Nobody reads anything. */
    NodeNotes NONE = _ -> {};

    /** Each of these stands on the node, by the name of its annotation; what else stands there is let alone. */
    void write(SortedMap<String, String> notes);
}
