package io.github.terway4j.ports.in;

/** Tells whether the agent could serve a pod now (CNI STATUS). */
public interface ReportStatus {
    NodeStatus status();
}
