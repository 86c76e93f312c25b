package io.github.terway4j.ports.out;

import io.github.terway4j.domain.device.DeviceOffer;

/**
 * The kubelet, which counts for the scheduler what pods of this node can have. It forgets all of it when it begins anew:
 * whoever offers says it again and again, and what is known already costs nothing.
 */
public interface DeviceDesk {
    /**
     * From now on this is what there is of the offer's resource. Whether the kubelet knows it is looked at each time, and
     * mended where it does not: when all is well, a kubelet that has begun anew counts again after three looks at most.
     */
    OfferOutcome offer(DeviceOffer offer);

    /** Which pods have got which devices of ours, those of an earlier life of the agent among them. */
    DeviceCensus holders();
}
