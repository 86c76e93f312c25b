package io.github.terway4j.adapters.cni;

import io.github.terway4j.ports.in.AttachOutcome;

/** How ADD went, in the caller's version. */
final class AddAnswer {
    private AddAnswer() {}

    static CniReply to(CniCall.Add call, AttachOutcome outcome) {
        return switch (outcome) {
            case AttachOutcome.Attached(var network) -> CniReply.success(new AddResult(call, network).object());
            case AttachOutcome.NotAttached(var why) ->
                CniReply.failure(
                        call.version(),
                        CniError.of(
                                "pod %s cannot be attached"
                                        .formatted(call.sandbox().pod()),
                                why));
        };
    }
}
