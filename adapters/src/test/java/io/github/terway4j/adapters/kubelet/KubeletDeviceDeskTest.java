package io.github.terway4j.adapters.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.device.Device;
import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.DeviceDeskContract;
import io.github.terway4j.ports.out.DeviceDesk;
import io.github.terway4j.ports.out.OfferOutcome;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import kubelet.deviceplugin.v1beta1.DeviceSpec;
import kubelet.podresources.v1.PodResourcesListerGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KubeletDeviceDeskTest implements DeviceDeskContract {
    private static final String ENI = DeviceResource.ENI.text();
    private static final DeviceOffer RDMA = DeviceOffer.of(
            DeviceResource.ERDMA, 2, 2, List.of(), List.of("/dev/infiniband/uverbs0", "/dev/infiniband/rdma_cm"));

    @TempDir
    Path home;

    private Instant now = Instant.ofEpochSecond(1_800_000_000);
    private FakeKubelet kubelet;
    private KubeletDeviceDesk desk;

    @BeforeEach
    void begin() throws IOException {
        kubelet = new FakeKubelet(home).start();
        desk = new KubeletDeviceDesk(home, () -> now);
    }

    @AfterEach
    void end() {
        desk.close();
        kubelet.close();
    }

    @Override
    public DeviceDesk desk() {
        return desk;
    }

    @Override
    public void stopKubelet() {
        kubelet.stop();
    }

    @Override
    public void startKubelet() {
        try {
            kubelet.start();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public int introductions() {
        return kubelet.registrations().size();
    }

    @Override
    public boolean comesToCount(DeviceResource resource, List<Device> devices) {
        return kubelet.comesToCount(
                resource.text(),
                devices.stream().map(KubeletDeviceDeskTest::onTheWire).toList());
    }

    private static String onTheWire(Device device) {
        return device.id() + (device.healthy() ? " Healthy" : " Unhealthy");
    }

    @Override
    public void give(PodRef pod, DeviceResource resource, List<String> devices) {
        kubelet.give(pod.namespace(), pod.name(), resource.text(), devices);
    }

    @Override
    public void holdBack() {
        try {
            kubelet.holdBack();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void the_kubelet_hears_the_version_the_name_and_where_to_ask() {
        desk.offer(THREE);
        desk.offer(MEMBERS);
        desk.offer(RDMA);
        assertEquals(
                List.of(
                        "v1beta1 aliyun/eni 1800000000-eni.sock",
                        "v1beta1 aliyun/member-eni 1800000000-member-eni.sock",
                        "v1beta1 aliyun/erdma 1800000000-erdma-eni.sock"),
                kubelet.registrations().stream()
                        .map(said ->
                                "%s %s %s".formatted(said.getVersion(), said.getResourceName(), said.getEndpoint()))
                        .toList());
        assertFalse(kubelet.options(ENI).getPreStartRequired());
        assertFalse(kubelet.options(ENI).getGetPreferredAllocationAvailable());
    }

    @Test
    void our_sockets_are_for_their_owner_alone() throws IOException {
        desk.offer(THREE);
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(home.resolve("device-plugins/1800000000-eni.sock")));
    }

    @Test
    void a_container_gets_the_files_of_what_it_is_given() {
        desk.offer(THREE);
        desk.offer(RDMA);
        var rdma =
                kubelet.allocate(DeviceResource.ERDMA.text(), List.of("eni-1")).getContainerResponses(0);
        assertEquals(
                List.of("/dev/infiniband/uverbs0", "/dev/infiniband/rdma_cm"),
                rdma.getDevicesList().stream().map(DeviceSpec::getHostPath).toList());
        assertEquals("rw", rdma.getDevices(0).getPermissions());
        assertEquals(rdma.getDevices(0).getHostPath(), rdma.getDevices(0).getContainerPath());
        assertEquals(
                0,
                kubelet.allocate(ENI, List.of("eni-0", "eni-2"))
                        .getContainerResponses(0)
                        .getDevicesCount());
    }

    @Test
    void what_was_never_offered_is_not_given() {
        desk.offer(THREE);
        var refused = assertThrows(StatusRuntimeException.class, () -> kubelet.allocate(ENI, List.of("eni-3")));
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
        assertTrue(refused.toString().contains("eni-3"), refused::toString);
    }

    @Test
    void nothing_is_sent_where_nothing_has_changed() {
        desk.offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        desk.offer(THREE);
        desk.offer(DeviceOffer.of(DeviceResource.ENI, 3, 2, List.of(), List.of()));
        assertTrue(comesToCount(
                DeviceResource.ENI,
                List.of(new Device("eni-0", true), new Device("eni-1", true), new Device("eni-2", false))));
        assertEquals(2, kubelet.lists(ENI));
    }

    @Test
    void when_our_socket_is_taken_away_another_is_made_and_told_of_at_the_next_look() throws IOException {
        desk.offer(THREE);
        Files.delete(home.resolve("device-plugins/1800000000-eni.sock"));
        now = now.plusSeconds(5);
        desk.offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        assertEquals("1800000005-eni.sock", kubelet.registrations().get(1).getEndpoint());
    }

    @Test
    void sockets_of_earlier_agents_go_and_nobody_elses() throws IOException {
        var folder = home.resolve("device-plugins");
        Files.createFile(folder.resolve("1700000000-eni.sock"));
        Files.createFile(folder.resolve("1700000000-member-eni.sock"));
        Files.createFile(folder.resolve("another-eni.sock"));
        desk.offer(THREE);
        assertFalse(Files.exists(folder.resolve("1700000000-eni.sock")));
        assertTrue(Files.exists(folder.resolve("1700000000-member-eni.sock")));
        assertTrue(Files.exists(folder.resolve("another-eni.sock")));
    }

    @Test
    void a_kubelet_of_another_version_says_so_and_is_left_alone_for_a_while() {
        kubelet.refuse("requested API version \"v1beta1\" is not supported by kubelet. Supported version is [v2]");
        var refused = assertInstanceOf(OfferOutcome.Refused.class, desk.offer(THREE));
        assertTrue(refused.words().contains("Supported version is [v2]"), refused.words());
        kubelet.accept();
        for (int look = 1; look < 12; look++) {
            assertEquals(refused, desk.offer(THREE));
        }
        assertEquals(new OfferOutcome.Counted(), desk.offer(THREE));
    }

    @Test
    void a_kubelet_without_device_plugins_is_told_of_in_words() throws IOException {
        kubelet.stop();
        try (var wire = new Wire()) {
            var other = wire.at(home.resolve("device-plugins/kubelet.sock"), new OtherService());
            assertEquals(
                    new OfferOutcome.Refused("the kubelet knows no device plugins of version v1beta1"),
                    desk.offer(THREE));
            other.shutdownNow();
        }
    }

    /** Something else that listens. */
    private static final class OtherService extends PodResourcesListerGrpc.PodResourcesListerImplBase {}

    @Test
    void a_kubelet_that_died_and_left_its_socket_is_nobody() throws IOException {
        kubelet.stop();
        Files.createFile(home.resolve("device-plugins/kubelet.sock"));
        assertEquals(new OfferOutcome.NobodyThere("nobody answers at the kubelet's socket"), desk.offer(THREE));
    }

    @Test
    void a_kubelet_that_does_not_come_to_ask_is_told_again_after_two_looks() {
        kubelet.beDeaf(true);
        assertEquals(new OfferOutcome.Awaited(), desk.offer(THREE));
        kubelet.beDeaf(false);
        desk.offer(THREE);
        desk.offer(THREE);
        assertEquals(1, introductions());
        assertEquals(new OfferOutcome.Counted(), desk.offer(THREE));
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
    }

    @Test
    void a_kubelet_that_answers_before_it_comes_to_ask_is_told_once() {
        kubelet.comeLate();
        desk.offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        assertEquals(new OfferOutcome.Counted(), desk.offer(THREE));
        assertEquals(1, introductions());
    }

    @Test
    void when_the_agent_ends_the_kubelet_counts_nothing_and_the_next_agent_is_counted() {
        desk.offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        desk.close();
        assertTrue(kubelet.comesToMiss(ENI));
        now = now.plusSeconds(1);
        desk = new KubeletDeviceDesk(home, () -> now);
        desk.offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
    }

    @Test
    void without_a_folder_there_is_nobody() {
        try (var nowhere = new KubeletDeviceDesk(home.resolve("nowhere"), () -> now)) {
            assertInstanceOf(OfferOutcome.NobodyThere.class, nowhere.offer(THREE));
        }
    }
}
