package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.Told;
import java.util.List;
import java.util.Map;

/** A call that makes sense. */
sealed interface CniCall {
    SpecVersion version();

    /** The sandbox that ADD and CHECK are about, as the runtime describes it to both. */
    record Sandbox(
            AttachmentKey key,
            PodRef pod,
            String podUid,
            String netnsPath,
            Mtu mtu,
            BandwidthLimit bandwidth,
            AttachRequest.Configured wiring) {}

    /** With what to tell of name servers; empty for nothing. */
    record Add(SpecVersion version, Sandbox sandbox, PreviousResult previous, Map<String, Object> dns)
            implements CniCall {}

    record Del(SpecVersion version, AttachmentKey key) implements CniCall {}

    record Check(SpecVersion version, Sandbox sandbox, Told told) implements CniCall {}

    record Gc(SpecVersion version, List<AttachmentKey> valid) implements CniCall {}

    record Status(SpecVersion version) implements CniCall {}

    record Version(SpecVersion version) implements CniCall {}
}
