package io.github.terway4j.ports.in;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Degradation;
import java.util.List;

/**
 * How much of everything there is.
 *
 * @param addresses in stock, every pool, family and standing once
 * @param enis those with addresses in stock
 * @param most what the instance and the operator allow, of each pool
 * @param waiting pods that wait for an address, of each pool
 * @param leases sandboxes that have their addresses from us
 * @param openCalls calls to the cloud whose end is not known
 */
public record Levels(
        List<Addresses> addresses,
        List<StockedEni> enis,
        List<Most> most,
        List<Waiting> waiting,
        int leases,
        int openCalls,
        Degradation degradation) {
    public Levels {
        addresses = List.copyOf(addresses);
        enis = List.copyOf(enis);
        most = List.copyOf(most);
        waiting = List.copyOf(waiting);
    }

    /** So many addresses of a pool stand so. */
    public record Addresses(EniWish pool, IpFamily family, Standing standing, int count) {}

    /** An ENI whose addresses may be handed out, held or not. */
    public record StockedEni(EniId eni, EniWish pool, int ipv4) {}

    /** The pool may grow to so many ENIs, of so many addresses of a family each. */
    public record Most(EniWish pool, int enis, int addressesPerEni) {}

    public record Waiting(EniWish pool, int pods) {}
}
