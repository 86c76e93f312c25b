package io.github.terway4j.domain.quota;

/**
 * What each of a node's ENIs beside the primary one is for; Terway's word for it. The primary addresses of the trunk and
 * all its others serve pods like those of any ENI, so that it is one of the standard ones.
 *
 * @param standard ENIs whose addresses go to pods, the trunk among them
 * @param trunk whether one of these is a trunk
 * @param rdma ENIs whose addresses go to pods that want RDMA
 */
public record Flavor(int standard, boolean trunk, int rdma) {
    public Flavor {
        if (standard < 0 || rdma < 0 || (trunk && standard == 0)) {
            throw new IllegalArgumentException(
                    "%d standard ENIs%s and %d for RDMA".formatted(standard, trunk ? " with a trunk" : "", rdma));
        }
    }

    public int enis() {
        return standard + rdma;
    }
}
