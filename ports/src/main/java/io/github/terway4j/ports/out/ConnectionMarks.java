package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;

/** Marks by which a packet is known to belong to a connection that came in by a certain link. */
public interface ConnectionMarks {
    /**
     * Marks every connection that others open by the link, and each packet that a pod sends in such a connection, before it
     * is routed. Bits outside the mask stay as they are. What was marked before by other rules of ours no longer is.
     */
    MarksOutcome mark(NetNs host, LinkName by, Mark mark);

    /** Nothing is marked by us any more; where nothing was, nothing is done. */
    MarksOutcome leave(NetNs host);
}
