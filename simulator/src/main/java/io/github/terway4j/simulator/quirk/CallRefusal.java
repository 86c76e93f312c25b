package io.github.terway4j.simulator.quirk;

/** Codes that say more of the cloud, or of how often it is asked, than of what it is asked (ECS API, common errors). */
public enum CallRefusal {
    THROTTLING("Throttling", 400, "Request was denied due to request throttling."),
    THROTTLING_USER("Throttling.User", 400, "Request was denied due to user flow control."),
    THROTTLING_API("Throttling.Api", 400, "Request was denied due to api flow control."),
    INTERNAL_ERROR("InternalError", 500, "The request processing has failed due to some unknown error."),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503, "The request has failed due to a temporary failure of the server."),
    SYSTEM_BUSY("SystemBusy", 400, "The system is busy."),
    OPERATION_CONFLICT("OperationConflict", 409, "Another operation is in progress."),
    LAST_TOKEN_PROCESSING("LastTokenProcessing", 400, "The last request with this token is being processed."),
    IDEMPOTENT_PROCESSING("IdempotentProcessing", 400, "The request with this token is being processed."),
    SECURITY_TOKEN_EXPIRED("InvalidSecurityToken.Expired", 400, "Specified SecurityToken is expired.");

    private final String code;
    private final int httpStatus;
    private final String message;

    CallRefusal(String code, int httpStatus, String message) {
        this.code = code;
        this.httpStatus = httpStatus;
        this.message = message;
    }

    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String message() {
        return message;
    }

    /** Whether it leaves open if the call has taken effect. */
    public boolean leavesOpen() {
        return switch (this) {
            case INTERNAL_ERROR, SERVICE_UNAVAILABLE, LAST_TOKEN_PROCESSING, IDEMPOTENT_PROCESSING -> true;
            case THROTTLING, THROTTLING_USER, THROTTLING_API, SYSTEM_BUSY, OPERATION_CONFLICT, SECURITY_TOKEN_EXPIRED ->
                false;
        };
    }
}
