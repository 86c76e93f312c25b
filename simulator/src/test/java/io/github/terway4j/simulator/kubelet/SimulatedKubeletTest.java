package io.github.terway4j.simulator.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.device.Device;
import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.DeviceDeskContract;
import io.github.terway4j.ports.out.DeviceDesk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SimulatedKubeletTest implements DeviceDeskContract {
    private final SimulatedKubelet kubelet = new SimulatedKubelet();

    @Override
    public DeviceDesk desk() {
        return kubelet;
    }

    @Override
    public void stopKubelet() {
        kubelet.stop();
    }

    @Override
    public void startKubelet() {
        kubelet.start();
    }

    @Override
    public int introductions() {
        return kubelet.introductions();
    }

    @Override
    public boolean comesToCount(DeviceResource resource, List<Device> devices) {
        return kubelet.devices(resource).equals(devices);
    }

    @Override
    public void give(PodRef pod, DeviceResource resource, List<String> devices) {
        kubelet.give(pod, resource, devices);
    }

    @Override
    public void holdBack() {
        kubelet.holdBack("no pod resources here");
    }

    @Test
    void a_pod_gets_what_is_healthy_and_nobodys_or_nothing() {
        kubelet.offer(DeviceOffer.of(DeviceResource.ENI, 3, 2, List.of("eni-2"), List.of()));
        assertEquals(Optional.of(List.of("eni-0")), kubelet.admit(WEB, DeviceResource.ENI, 1));
        assertEquals(Optional.empty(), kubelet.admit(DB, DeviceResource.ENI, 2));
        assertEquals(Optional.of(List.of("eni-2")), kubelet.admit(DB, DeviceResource.ENI, 1));
        kubelet.forget(WEB);
        assertEquals(Optional.of(List.of("eni-0")), kubelet.admit(new PodRef("a", "b"), DeviceResource.ENI, 1));
    }
}
