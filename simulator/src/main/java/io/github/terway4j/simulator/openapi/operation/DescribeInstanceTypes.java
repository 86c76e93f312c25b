package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.stream.IntStream;

/** ECS API, DescribeInstanceTypes: what the catalogue says, and what the scene has added to it. */
final class DescribeInstanceTypes implements Operation {
    private static final int LARGEST_PAGE = 100;

    private final CloudRegion region;

    DescribeInstanceTypes(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var names = parameters.list("InstanceTypes");
        var found = region.cloud().machines().types().stream()
                .filter(type -> names.isEmpty() || names.contains(type.name()))
                .filter(type -> parameters.admits("InstanceTypeFamily", type.family()))
                .toList();
        var page = Paging.ByToken.read(parameters, LARGEST_PAGE).of(found, InstanceType::name);
        return page.fields().list("InstanceTypes", "InstanceType", page.items(), DescribeInstanceTypes::shape);
    }

    private static Fields shape(InstanceType type) {
        return new Fields()
                .put("InstanceTypeId", type.name())
                .put("InstanceTypeFamily", type.family())
                .put("CpuCoreCount", type.cpus())
                .put("MemorySize", type.memoryGib())
                .putAll(enis(type))
                .putAll(queues(type))
                .putAll(network(type));
    }

    private static Fields enis(InstanceType type) {
        var limits = type.limits();
        return new Fields()
                .put("EniQuantity", limits.enis())
                .put("EniTotalQuantity", limits.totalEnis())
                .put("EniTrunkSupported", limits.trunk())
                .put("EniPrivateIpAddressQuantity", limits.ipv4PerEni())
                .put("EniIpv6AddressQuantity", limits.ipv6PerEni())
                .put("EriQuantity", limits.erdmaEnis());
    }

    private static Fields queues(InstanceType type) {
        var queues = type.queues();
        return new Fields()
                .put("PrimaryEniQueueNumber", queues.primary())
                .put("SecondaryEniQueueNumber", queues.secondary())
                .put("TotalEniQueueQuantity", queues.total())
                .put("MaximumQueueNumberPerEni", queues.mostPerEni())
                .put("QueuePairNumber", queues.pairs());
    }

    private static Fields network(InstanceType type) {
        var throughput = type.throughput();
        return new Fields()
                .put("InstanceBandwidthRx", throughput.rxKbps())
                .put("InstanceBandwidthTx", throughput.txKbps())
                .put("InstancePpsRx", throughput.rxPps())
                .put("InstancePpsTx", throughput.txPps())
                .put("JumboFrameSupport", type.jumboFrames())
                .put("NetworkCardQuantity", type.networkCards())
                .list(
                        "NetworkCards",
                        "NetworkCardInfo",
                        IntStream.range(0, type.networkCards()).boxed().toList(),
                        card -> new Fields().put("NetworkCardIndex", card));
    }
}
