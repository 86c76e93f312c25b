package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One secondary ENI that the cloud says is ours.
 *
 * @param unheld those of its single addresses that no pod holds
 * @param blocks its prefixes
 */
public record Holding(Eni eni, List<Unheld> unheld, List<Block> blocks) {
    public Holding {
        unheld = List.copyOf(unheld);
        blocks = List.copyOf(blocks);
    }

    /** One without prefixes. */
    public Holding(Eni eni, List<Unheld> unheld) {
        this(eni, unheld, List.of());
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
        return new Holding(
                eni,
                unheld,
                eni.prefixes().stream().map(prefix -> Block.of(prefix, book)).toList());
    }

    /** Addresses of the family that could go without the ENI: its primary one cannot, and one that rests must not yet. */
    Stream<Unheld> spare(IpFamily family) {
        return unheld.stream()
                .filter(free -> free.ip().family() == family
                        && free.standing() != Standing.RESTING
                        && !free.ip().equals(eni.primaryAddress()));
    }

    /** IPv4 blocks that could go; those of IPv6 go with the ENI. */
    Stream<Block> spareBlocks() {
        return blocks.stream().filter(block -> block.prefix().family() == IpFamily.V4 && block.isSpare());
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

    /** An address that no pod holds, and how it stands. */
    public record Unheld(Ip ip, Standing standing) {}

    /** A prefix, and how many of its addresses stand how; the others are ready. */
    public record Block(IpPrefix prefix, int held, int resting, int marked) {
        static Block of(IpPrefix prefix, LeaseBook book) {
            return new Block(
                    prefix,
                    book.inBlock(prefix, Standing.HELD),
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
