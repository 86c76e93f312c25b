package io.github.terway4j.ports.out;

import io.github.terway4j.domain.device.DeviceHolder;
import java.util.List;

/** What the kubelet says of who has which devices. */
public sealed interface DeviceCensus {
    /** All who have some of ours, in the order of pods and resources. */
    record Complete(List<DeviceHolder> holders) implements DeviceCensus {
        public Complete {
            holders = List.copyOf(holders);
        }
    }

    /** Nothing can be said: never to be taken for nobody. */
    record Unreadable(String words) implements DeviceCensus {}
}
