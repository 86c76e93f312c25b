package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.cni.CniDeeds;
import io.github.terway4j.adapters.log.LogScope;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.DetachPod;

/** The same deeds, of which every line in the log says for whom they are done. */
final class ScopedDeeds {
    private ScopedDeeds() {}

    static CniDeeds of(CniDeeds deeds) {
        return new CniDeeds(
                request -> LogScope.during(
                        request.pod(), request.key(), () -> deeds.attach().attach(request)),
                new Detaching(deeds.detach()),
                (request, told) -> LogScope.during(
                        request.pod(), request.key(), () -> deeds.check().check(request, told)),
                deeds.collect(),
                deeds.status());
    }

    private record Detaching(DetachPod detaching) implements DetachPod {
        @Override
        public DetachOutcome detach(AttachmentKey key) {
            return LogScope.during(key, () -> detaching.detach(key));
        }

        @Override
        public DetachOutcome detach(AttachmentKey key, NetNs sandbox) {
            return LogScope.during(key, () -> detaching.detach(key, sandbox));
        }
    }
}
