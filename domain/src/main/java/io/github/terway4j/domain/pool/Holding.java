package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.lease.Unheld;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One ENI, beside the primary one, that the cloud says is ours.
 *
 * @param unheld those of its single addresses that no pod holds, and that are kept for none
 * @param blocks its prefixes
 * @param lost whether it should have come long ago, so that nobody counts on it any more
 */
public record Holding(Eni eni, List<Unheld> unheld, List<Block> blocks, boolean lost) {
    public Holding {
        unheld = List.copyOf(unheld);
        blocks = List.copyOf(blocks);
    }

    public Holding(Eni eni, List<Unheld> unheld, List<Block> blocks) {
        this(eni, unheld, blocks, false);
    }

    /** One without prefixes. */
    public Holding(Eni eni, List<Unheld> unheld) {
        this(eni, unheld, List.of());
    }

    public Holding withLost(boolean isLost) {
        return new Holding(eni, unheld, blocks, isLost);
    }

    /** What the cloud says of the ENI beside what the book says of its addresses. */
    public static Holding of(Eni eni, LeaseBook book) {
        return new Holding(
                eni,
                book.unheld(eni.id(), eni.addresses()),
                eni.prefixes().stream().map(prefix -> Block.of(prefix, book)).toList());
    }

    /** So many addresses of the family, the highest of those that can go without the ENI. */
    List<Unheld> spare(IpFamily family, int most) {
        return unheld.stream()
                .filter(free -> isSpare(free, family))
                .sorted(Comparator.comparing(Unheld::ip).reversed())
                .limit(most)
                .toList();
    }

    /** How many there are of them. */
    int spare(IpFamily family) {
        var spare = 0;
        for (var free : unheld) {
            spare += isSpare(free, family) ? 1 : 0;
        }
        return spare;
    }

    /** The primary address cannot go without the ENI, and one that rests must not yet. */
    private boolean isSpare(Unheld free, IpFamily family) {
        return free.ip().family() == family
                && free.standing() != Standing.RESTING
                && !free.ip().equals(eni.primaryAddress());
    }

    /** IPv4 blocks that could go; those of IPv6 go with the ENI. */
    Stream<Block> spareBlocks() {
        return blocks.stream().filter(block -> block.prefix().family() == IpFamily.V4 && block.isSpare());
    }

    boolean serves(EniWish wish) {
        return EniWish.servedBy(eni) == wish;
    }

    boolean isTrunk() {
        return eni.kind() == EniKind.TRUNK;
    }

    boolean is(EniStatus status) {
        return eni.status() == status;
    }

    /** Neither on its way out, nor lost on its way in, nor in a state of which nobody knows where it leads. */
    boolean stays() {
        return switch (eni.status()) {
            case AVAILABLE, ATTACHING, IN_USE -> !lost;
            case DETACHING, DELETING, STRANGE -> false;
        };
    }

    /**
     * A prefix, and how many of its addresses stand how; the others are ready.
     *
     * @param held by pods, or kept for some
     */
    public record Block(IpPrefix prefix, int held, int resting, int marked) {
        static Block of(IpPrefix prefix, LeaseBook book) {
            return new Block(
                    prefix,
                    book.inBlock(prefix, Standing.HELD) + book.inBlock(prefix, Standing.RESERVED),
                    book.inBlock(prefix, Standing.RESTING),
                    book.inBlock(prefix, Standing.MARKED));
        }

        int idle() {
            return prefix.size() - held;
        }

        int ready() {
            return idle() - resting;
        }

        /** A prefix goes when all of it is idle and has rested. */
        boolean isSpare() {
            return ready() == prefix.size();
        }

        boolean isMarked() {
            return marked == prefix.size();
        }
    }
}
