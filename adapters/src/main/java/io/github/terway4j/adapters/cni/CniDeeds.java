package io.github.terway4j.adapters.cni;

import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.CheckAttachment;
import io.github.terway4j.ports.in.CollectGarbage;
import io.github.terway4j.ports.in.DetachPod;
import io.github.terway4j.ports.in.ReportStatus;

/** Who does what the runtime asks for: ADD, DEL, CHECK, GC and STATUS. */
public record CniDeeds(
        AttachPod attach, DetachPod detach, CheckAttachment check, CollectGarbage collect, ReportStatus status) {
    /** The same, with ADDs that are turned away while there are so many. */
    CniDeeds attachingAtMost(int most) {
        return new CniDeeds(new BoundedAttaching(attach, most), detach, check, collect, status);
    }
}
