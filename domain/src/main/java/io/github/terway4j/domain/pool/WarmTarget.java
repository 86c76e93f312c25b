package io.github.terway4j.domain.pool;

/** What the operator wants to stand ready, in whatever it is counted. */
public sealed interface WarmTarget permits Watermarks, Floor, Ceiling, WarmEnis, WarmPrefixes {
    /** What that makes in addresses, for what the node has now. */
    Goal goal(Supply supply, PoolLimits limits);
}
