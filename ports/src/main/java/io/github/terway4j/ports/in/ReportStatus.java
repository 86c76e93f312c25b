package io.github.terway4j.ports.in;

import io.github.terway4j.domain.lease.Reservation;
import java.util.List;

/** Tells whether the agent could serve a pod now (CNI STATUS). */
public interface ReportStatus {
    NodeStatus status();

    /** What is kept for pods that are gone and may come back, in the order of their names. */
    List<Reservation> reservations();
}
