package io.github.terway4j.domain.route;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;

/** Where a VPC sends the packets of a route (VPC API, NextHopType and NextHopId); the kernel has next hops of its own. */
public sealed interface VpcNextHop {
    /** By its primary ENI. */
    record ToInstance(InstanceId instance) implements VpcNextHop {
        @Override
        public String toString() {
            return instance.toString();
        }
    }

    record ToEni(EniId eni) implements VpcNextHop {
        @Override
        public String toString() {
            return eni.toString();
        }
    }

    /**
     * Something that we never make routes to: a gateway, several hops at once.
     *
     * @param kind the cloud's word for it, for example {@code NatGateway}
     */
    record Elsewhere(String kind, String id) implements VpcNextHop {
        @Override
        public String toString() {
            return kind + " " + id;
        }
    }
}
