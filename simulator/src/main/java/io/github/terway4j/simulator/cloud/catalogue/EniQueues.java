package io.github.terway4j.simulator.cloud.catalogue;

/**
 * How many queues the ENIs of an instance have.
 *
 * @param primary "PrimaryEniQueueNumber": of the primary ENI, unless it is told otherwise
 * @param secondary "SecondaryEniQueueNumber": of any other
 * @param total "TotalEniQueueQuantity": of all ENIs together
 * @param mostPerEni "MaximumQueueNumberPerEni"
 * @param pairs "QueuePairNumber": for RDMA
 */
public record EniQueues(int primary, int secondary, int total, int mostPerEni, int pairs) {}
