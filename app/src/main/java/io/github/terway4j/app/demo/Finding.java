package io.github.terway4j.app.demo;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.net.IpFamily;

/**
 * Whether a pod that is wired so finds one way.
 *
 * @param objection where it ended; empty if it arrived
 */
public record Finding(DaemonMode mode, Way way, IpFamily family, String kernel, String objection) {
    public boolean arrived() {
        return objection.isEmpty();
    }
}
