package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that has just become otherwise. */
public sealed interface Change {
    record LeaseWritten(String node, Lease lease) implements Change {}

    record LeaseErased(String node, Lease lease) implements Change {}

    /** A kernel step was done in the node's own namespace. */
    record KernelStepped(String node, KernelStep step) implements Change {}

    /** The runtime was answered: from now on the pod lives with these addresses. */
    record PodConnected(String node, PodRef pod, AttachmentKey key, DualStack<Ip> addresses) implements Change {}

    /** The pod's processes are dead; whatever it had may be taken from it. */
    record PodEnding(String node, AttachmentKey key) implements Change {}

    /** The sandbox's namespace was deleted, and with it both ends of its links. */
    record SandboxGone(String node, NetNs ns) implements Change {}

    /** An ENI is not what it was; either side is empty where there is none. */
    record EniChanged(Optional<CloudEni> before, Optional<CloudEni> after, By by) implements Change {
        /** Of a block of IPv6 no more than these are ever given to pods. */
        private static final int OF_A_BLOCK = 256;

        /** The addresses that it carried for its instance, and does not carry for it any more. */
        List<Ip> lost() {
            var serving = after.filter(eni -> serves(eni) && eni.instance().equals(before.flatMap(CloudEni::instance)));
            return before.filter(EniChanged::serves)
                    .map(EniChanged::carried)
                    .orElseGet(Stream::empty)
                    .filter(ip -> serving.filter(eni -> eni.eni().carries(ip)).isEmpty())
                    .toList();
        }

        /** The same if it carried them for this instance. */
        List<Ip> lost(InstanceId instance) {
            return before.filter(eni -> eni.attachedTo(instance)).isPresent() ? lost() : List.of();
        }

        /** The addresses that it carries for this instance, and did not before. */
        List<Ip> gained(InstanceId instance) {
            return after.filter(eni -> serves(eni) && eni.attachedTo(instance))
                    .map(EniChanged::carried)
                    .orElseGet(Stream::empty)
                    .filter(ip -> before.filter(eni -> serves(eni) && eni.eni().carries(ip))
                            .isEmpty())
                    .toList();
        }

        private static Stream<Ip> carried(CloudEni eni) {
            return Stream.concat(
                    eni.eni().addresses().stream(),
                    eni.eni().prefixes().stream().flatMap(block -> block.addresses(OF_A_BLOCK).stream()));
        }

        private static boolean serves(CloudEni eni) {
            return eni.status() == EniStatus.IN_USE;
        }
    }

    /** The node's agent made a call that reached the cloud. */
    record CloudCalled(String node, String call) implements Change {}

    /** Whose doing a change in the cloud is. */
    enum By {
        /** An agent's, or the cloud's own that ends what an agent began. */
        US,
        /** Somebody's who has nothing to do with us. */
        SOMEBODY_ELSE
    }
}
