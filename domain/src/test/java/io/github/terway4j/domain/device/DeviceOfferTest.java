package io.github.terway4j.domain.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeviceOfferTest {
    @Test
    void as_many_as_can_be_given_are_healthy_the_lowest_first() {
        assertEquals(List.of("eni-0", "eni-1"), healthy(offer(4, 2)));
        assertEquals(4, offer(4, 2).devices().size());
    }

    @Test
    void those_that_pods_have_are_healthy_before_any_that_is_free() {
        assertEquals(List.of("eni-0", "eni-2", "eni-3"), healthy(offer(4, 3, "eni-3", "eni-2")));
        assertEquals(List.of("eni-2"), healthy(offer(4, 1, "eni-3", "eni-2")));
    }

    @Test
    void no_more_are_healthy_than_there_are_and_none_where_none_can_be_given() {
        assertEquals(4, offer(4, 9).healthy());
        assertEquals(0, offer(4, -1, "eni-0").healthy());
        assertEquals(List.of(), offer(0, 3).devices());
    }

    @Test
    void what_pods_have_of_others_is_passed_over() {
        assertEquals(List.of("eni-0"), healthy(offer(2, 1, "eni-7", "gpu-0")));
    }

    @Test
    void resources_are_known_by_terways_names() {
        assertEquals(Optional.of(DeviceResource.ENI), DeviceResource.named("aliyun/eni"));
        assertEquals(Optional.of(DeviceResource.MEMBER_ENI), DeviceResource.named("aliyun/member-eni"));
        assertEquals(Optional.of(DeviceResource.ERDMA), DeviceResource.named("aliyun/erdma"));
        assertEquals(Optional.empty(), DeviceResource.named("nvidia.com/gpu"));
    }

    @Test
    void a_device_has_a_name() {
        assertThrows(IllegalArgumentException.class, () -> new Device(" ", true));
    }

    @Test
    void a_program_speaks_to_rdma_by_each_adapters_file_and_that_of_connections() {
        assertEquals(
                List.of("/dev/infiniband/uverbs0", "/dev/infiniband/uverbs1", "/dev/infiniband/rdma_cm"),
                RdmaFiles.of(List.of("abi_version", "uverbs1", "uverbs0")));
        assertEquals(List.of("/dev/infiniband/uverbs0", "/dev/infiniband/rdma_cm"), RdmaFiles.of(List.of()));
    }

    private static DeviceOffer offer(int all, int healthy, String... held) {
        return DeviceOffer.of(DeviceResource.ENI, all, healthy, List.of(held), List.of());
    }

    private static List<String> healthy(DeviceOffer offer) {
        return offer.devices().stream().filter(Device::healthy).map(Device::id).toList();
    }
}
