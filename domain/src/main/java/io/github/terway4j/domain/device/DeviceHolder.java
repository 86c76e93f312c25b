package io.github.terway4j.domain.device;

import io.github.terway4j.domain.pod.PodRef;
import java.util.List;

/** A pod to which the kubelet has given devices, by their ids. */
public record DeviceHolder(PodRef pod, DeviceResource resource, List<String> devices) {
    public DeviceHolder {
        devices = List.copyOf(devices);
    }
}
