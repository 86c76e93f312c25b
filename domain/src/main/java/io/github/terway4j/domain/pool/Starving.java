package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniWish;

/**
 * Pods that wait for an address at this moment, by what they ask of its ENI.
 *
 * @param any those that ask nothing in particular
 */
public record Starving(int any, int rdma, int members, int whole) {
    public Starving {
        if (any < 0 || rdma < 0 || members < 0 || whole < 0) {
            throw new IllegalArgumentException(
                    "%d pods cannot be starving, nor %d for RDMA, nor %d for a member, nor %d for a whole ENI"
                            .formatted(any, rdma, members, whole));
        }
    }

    /** Of whom none asks for a whole ENI. */
    public Starving(int any, int rdma, int members) {
        this(any, rdma, members, 0);
    }

    int of(EniWish wish) {
        return switch (wish) {
            case ANY -> any;
            case RDMA -> rdma;
            case MEMBER -> members;
            case WHOLE -> whole;
        };
    }
}
