package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One secondary ENI that the cloud says is ours.
 *
 * @param unheld those of its addresses that no pod holds
 */
public record Holding(Eni eni, List<Unheld> unheld) {
    public Holding {
        unheld = List.copyOf(unheld);
    }

    /** What the cloud says of the ENI beside what the book says of its addresses. */
    public static Holding of(Eni eni, LeaseBook book) {
        var unheld = new ArrayList<Unheld>();
        for (var ip : eni.addresses()) {
            var standing = book.standing(ip);
            if (standing != Standing.HELD) {
                unheld.add(new Unheld(ip, standing));
            }
        }
        return new Holding(eni, unheld);
    }

    /** Addresses of the family that could go without the ENI: its primary one cannot, and one that rests must not yet. */
    Stream<Unheld> spare(IpFamily family) {
        return unheld.stream()
                .filter(free -> free.ip().family() == family
                        && free.standing() != Standing.RESTING
                        && !free.ip().equals(eni.primaryAddress()));
    }

    boolean is(EniStatus status) {
        return eni.status() == status;
    }

    /** Not on its way out. */
    boolean stays() {
        return switch (eni.status()) {
            case AVAILABLE, ATTACHING, IN_USE -> true;
            case DETACHING, DELETING -> false;
        };
    }

    int unheld(IpFamily family, Predicate<Standing> standing) {
        var count = 0;
        for (var free : unheld) {
            if (free.ip().family() == family && standing.test(free.standing())) {
                count++;
            }
        }
        return count;
    }

    /** An address that no pod holds, and how it stands. */
    public record Unheld(Ip ip, Standing standing) {}
}
