package io.github.terway4j.simulator.ledger;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudIntent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node's disk as far as leases, reservations and intents are on it. It belongs to the node, and stays when the agent
 * goes.
 */
public final class SimulatedDisk {
    private final SortedMap<AttachmentKey, Lease> leases = new TreeMap<>();
    private final SortedMap<String, CloudIntent> intents = new TreeMap<>();
    private List<Reservation> reservations = List.of();
    private DiskListener listener = DiskListener.NOBODY;

    /** From now on hears of what is written and erased; there is one listener. */
    public synchronized void listen(DiskListener newListener) {
        listener = newListener;
    }

    /** In the order of their keys. */
    public synchronized List<Lease> leases() {
        return List.copyOf(leases.values());
    }

    /** In the order in which they were written. */
    public synchronized List<Reservation> reservations() {
        return reservations;
    }

    synchronized void write(List<Reservation> all) {
        reservations = List.copyOf(all);
    }

    /** In the order of their tokens. */
    public synchronized List<CloudIntent> intents() {
        return List.copyOf(intents.values());
    }

    synchronized void write(CloudIntent intent) {
        intents.put(intent.token().text(), intent);
    }

    synchronized void erase(ClientToken token) {
        intents.remove(token.text());
    }

    synchronized void write(Lease lease) {
        leases.put(lease.key(), lease);
        listener.written(lease);
    }

    synchronized void erase(AttachmentKey key) {
        var erased = leases.remove(key);
        if (erased != null) {
            listener.erased(erased);
        }
    }
}
