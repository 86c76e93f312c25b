package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.DetachOutcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Answers calls: reads one, lets a use case do it, and says in the caller's version how that went. Never throws. */
public final class CniDoor {
    private static final Logger LOG = System.getLogger(CniDoor.class.getName());

    private final CniDeeds deeds;
    private final InstantSource clock;
    private final Duration patience;

    /** An ADD or CHECK may take {@code patience}: a little less than the CNI executable waits for it. */
    public CniDoor(CniDeeds deeds, InstantSource clock, Duration patience) {
        this.deeds = deeds;
        this.clock = clock;
        this.patience = patience;
    }

    /** Answers one call; {@code netns} is what CNI_NETNS refers to, if that came along. */
    public CniReply answer(CniRequest request, Optional<NetNs> netns) {
        try {
            return answer(CniCallReader.read(request), netns);
        } catch (Refused refused) {
            return CniReply.failure(SpecVersion.toAnswer(request.stdin()), refused.error());
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a CNI call could not be answered: " + mistake, mistake);
            return CniReply.failure(SpecVersion.toAnswer(request.stdin()), CniError.ourMistake());
        }
    }

    private CniReply answer(CniCall call, Optional<NetNs> netns) {
        return switch (call) {
            case CniCall.Add add -> add(add, request(add.sandbox(), netns));
            case CniCall.Check check -> check(check, request(check.sandbox(), netns));
            case CniCall.Del del -> detached(del, detach(del, netns), del.key() + " is not wholly detached");
            case CniCall.Gc gc -> detached(gc, deeds.collect().collect(gc.valid()), "not all garbage is collected");
            case CniCall.Status status -> StatusAnswer.to(status, deeds.status());
            case CniCall.Version version -> CniReply.versions(version.version());
        };
    }

    private CniReply add(CniCall.Add call, AttachRequest request) {
        return AddAnswer.to(call, deeds.attach().attach(request))
                .renaming(request.netns().path(), call.sandbox().netnsPath());
    }

    private CniReply check(CniCall.Check call, AttachRequest request) {
        return CheckAnswer.to(call, deeds.check().check(request, call.told()))
                .renaming(request.netns().path(), call.sandbox().netnsPath());
    }

    private AttachRequest request(CniCall.Sandbox sandbox, Optional<NetNs> netns) {
        var deadline = clock.instant().plus(patience);
        return netns.map(ns -> new AttachRequest(
                        sandbox.key(),
                        sandbox.pod(),
                        ns,
                        sandbox.mtu(),
                        sandbox.bandwidth(),
                        deadline,
                        sandbox.wiring(),
                        PodInterfaces.THE_ONE,
                        new NetNs(sandbox.netnsPath()),
                        sandbox.podUid()))
                .orElseThrow(() -> new Refused(CniError.invalidEnvironment(
                        "CNI_NETNS %s could not be opened".formatted(sandbox.netnsPath()),
                        "the CNI executable sent no descriptor of it")));
    }

    private DetachOutcome detach(CniCall.Del call, Optional<NetNs> netns) {
        return netns.map(sandbox -> deeds.detach().detach(call.key(), sandbox))
                .orElseGet(() -> deeds.detach().detach(call.key()));
    }

    private static CniReply detached(CniCall call, DetachOutcome outcome, String otherwise) {
        return switch (outcome) {
            case DetachOutcome.Detached() -> CniReply.success(call.version());
            case DetachOutcome.NotDetached(Fault why) -> CniReply.failure(call.version(), CniError.of(otherwise, why));
        };
    }
}
