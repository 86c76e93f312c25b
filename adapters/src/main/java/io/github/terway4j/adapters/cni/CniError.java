package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as the runtime is told it (CNI specification, section 5, "Error"). Runtimes print the message and the details
 * after it, so together they have to make sense alone.
 */
record CniError(int code, String msg, String details) {
    private static final int INCOMPATIBLE_VERSION = 1;
    private static final int INVALID_ENVIRONMENT = 4;
    private static final int DECODING_FAILURE = 6;
    private static final int INVALID_CONFIG = 7;
    private static final int TRY_AGAIN_LATER = 11;
    private static final int NOT_AVAILABLE = 50;
    private static final int INCOMPLETE = 100;
    private static final int UNKNOWN_ATTACHMENT = 101;
    private static final int OPERATORS_CONFIGURATION = 102;
    private static final int OUR_MISTAKE = 999;

    static CniError incompatibleVersion(String msg, String details) {
        return new CniError(INCOMPATIBLE_VERSION, msg, details);
    }

    static CniError invalidEnvironment(String msg, String details) {
        return new CniError(INVALID_ENVIRONMENT, msg, details);
    }

    static CniError undecodable(String details) {
        return new CniError(DECODING_FAILURE, "the network configuration on stdin cannot be read", details);
    }

    static CniError invalidConfig(String details) {
        return new CniError(INVALID_CONFIG, "the network configuration on stdin is invalid", details);
    }

    static CniError tryAgainLater(String msg, String details) {
        return new CniError(TRY_AGAIN_LATER, msg, details);
    }

    static CniError notAvailable(String details) {
        return new CniError(NOT_AVAILABLE, "this node cannot take another pod now", details);
    }

    static CniError incomplete(PodRef pod, List<String> missing) {
        return new CniError(
                INCOMPLETE,
                "the network of pod %s is not complete".formatted(pod),
                "missing: " + String.join("; ", missing));
    }

    static CniError unknownAttachment(AttachmentKey key) {
        return new CniError(UNKNOWN_ATTACHMENT, "%s is not attached".formatted(key), "this node has no lease for it");
    }

    static CniError ourMistake() {
        return new CniError(
                OUR_MISTAKE,
                "the call could not be answered",
                "this is a mistake of the terway agent; its log tells more");
    }

    /** What a use case found, by whom it concerns. */
    static CniError of(String msg, Fault fault) {
        int code = switch (fault) {
            case Fault.Request _ -> INVALID_ENVIRONMENT;
            case Fault.Configuration _ -> OPERATORS_CONFIGURATION;
            case Fault.Capacity _, Fault.Outside _ -> TRY_AGAIN_LATER;
        };
        return new CniError(code, msg, fault.words());
    }

    Map<String, Object> in(SpecVersion version) {
        var object = new LinkedHashMap<String, Object>();
        object.put("cniVersion", version.text());
        object.put("code", code);
        object.put("msg", msg);
        object.put("details", details);
        return object;
    }
}
