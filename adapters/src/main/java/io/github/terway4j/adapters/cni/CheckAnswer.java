package io.github.terway4j.adapters.cni;

import io.github.terway4j.ports.in.CheckOutcome;

/** What CHECK found, in the caller's version. */
final class CheckAnswer {
    private CheckAnswer() {}

    static CniReply to(CniCall.Check call, CheckOutcome outcome) {
        var sandbox = call.sandbox();
        return switch (outcome) {
            case CheckOutcome.AllThere() -> CniReply.success(call.version());
            case CheckOutcome.Missing(var objects) ->
                CniReply.failure(call.version(), CniError.incomplete(sandbox.pod(), objects));
            case CheckOutcome.Unknown() -> CniReply.failure(call.version(), CniError.unknownAttachment(sandbox.key()));
            case CheckOutcome.Unreadable(var why) ->
                CniReply.failure(call.version(), CniError.of("pod %s cannot be checked".formatted(sandbox.pod()), why));
        };
    }
}
