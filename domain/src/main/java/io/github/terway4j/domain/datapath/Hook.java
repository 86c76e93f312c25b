package io.github.terway4j.domain.datapath;

/** Where a link's filters see its packets (tc-clsact, tc(8)): as they come in, or before they are queued to go out. */
public enum Hook {
    INGRESS,
    EGRESS
}
