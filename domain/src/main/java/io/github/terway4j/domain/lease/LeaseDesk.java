package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides which address a sandbox gets, and writes the decision into the book.
 *
 * <p>The same sandbox gets its own address again. A newer sandbox of the same pod takes over from the older one. Anybody
 * else gets the lowest rested address of the ENI that the selection prefers, and one that the pool would give up only where
 * there is no other. All families come from one ENI.
 *
 * @param families what every pod of this node gets an address of
 */
public record LeaseDesk(List<IpFamily> families, Cooldown cooldown, EniSelection selection) {
    public LeaseDesk {
        families = List.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException("a node must serve at least one address family");
        }
    }

    public LeaseDecision ask(LeaseBook book, AttachmentKey key, PodRef pod, Instant now) {
        var own = book.lease(key);
        if (own.isPresent()) {
            return new LeaseDecision.AlreadyHeld(own.get());
        }
        var older = book.leaseOf(pod, key.interfaceName());
        if (older.isPresent()) {
            var lease = older.get().passedTo(key, now);
            book.pass(older.get(), lease);
            return new LeaseDecision.Replaced(lease, older.get());
        }
        book.wake(cooldown, now);
        var choice = choices(book).filter(one -> !one.unwanted(book)).findFirst();
        return choice.or(() -> choices(book).findFirst())
                .map(one -> one.grantedTo(key, pod, now))
                .<LeaseDecision>map(lease -> {
                    book.grant(lease);
                    return new LeaseDecision.Granted(lease);
                })
                .orElseGet(() -> new LeaseDecision.Starved(book.resting(cooldown, now)));
    }

    /** What each ENI would give, in the order of preference. */
    private Stream<Choice> choices(LeaseBook book) {
        return inOrder(book).stream()
                .flatMap(eni -> book.next(eni, families).map(ips -> new Choice(eni, ips)).stream());
    }

    private record Choice(EniId eni, DualStack<Ip> addresses) {
        boolean unwanted(LeaseBook book) {
            return addresses.all().stream().anyMatch(ip -> book.standing(ip) == Standing.MARKED);
        }

        Lease grantedTo(AttachmentKey key, PodRef pod, Instant now) {
            return new Lease(key, pod, eni, addresses, now);
        }
    }

    private List<EniId> inOrder(LeaseBook book) {
        // Counted once: a comparison that counts makes a node of a thousand pods feel it.
        var sizes = new TreeMap<EniId, Integer>();
        book.enis().forEach(eni -> sizes.put(eni, book.stocked(eni, families.getFirst())));
        var bySize = Map.Entry.<EniId, Integer>comparingByValue();
        return sizes.entrySet().stream()
                .sorted(selection == EniSelection.MOST_IPS ? bySize.reversed() : bySize)
                .map(Map.Entry::getKey)
                .toList();
    }
}
