package io.github.terway4j.simulator.quirk;

import java.util.Arrays;

/**
 * Codes that no rule of the simulated cloud leads to, and that the real one answers with all the same (error tables of the
 * ECS and VPC APIs, and what clients have met). Where neither tells the HTTP status, it is chosen after the code's kin.
 */
public enum CallRefusal {
    // The ECS API and all others: how often it is asked, and how it fares.
    THROTTLING(Meaning.THROTTLED, "Throttling", 400, "Request was denied due to request throttling."),
    THROTTLING_AS_FORBIDDEN(Meaning.THROTTLED, "Throttling", 403, "Request was denied due to request throttling."),
    THROTTLING_AS_TOO_MANY(Meaning.THROTTLED, "Throttling", 429, "Request was denied due to request throttling."),
    THROTTLING_USER(Meaning.THROTTLED, "Throttling.User", 400, "Request was denied due to user flow control."),
    THROTTLING_API(Meaning.THROTTLED, "Throttling.Api", 400, "Request was denied due to api flow control."),
    THROTTLING_DEEP_PAGE(Meaning.THROTTLED, "Throttling.DeepPageSkip", 400, "Too deep a page is asked for."),
    INTERNAL_ERROR(Meaning.OPEN, "InternalError", 500, "The request processing has failed due to some unknown error."),
    SERVICE_UNAVAILABLE(
            Meaning.OPEN,
            "ServiceUnavailable",
            503,
            "The request has failed due to a temporary failure of the server."),
    UNKNOWN_ERROR(Meaning.OPEN, "UnknownError", 500, "An unknown error occurred."),
    // Tokens under which something is still going on, or has failed.
    LAST_TOKEN_PROCESSING(
            Meaning.OPEN, "LastTokenProcessing", 400, "The last request with this token is being processed."),
    IDEMPOTENT_PROCESSING(Meaning.OPEN, "IdempotentProcessing", 400, "The request with this token is being processed."),
    TOKEN_PROCESSING(Meaning.OPEN, "OperationFailed.IdempotentTokenProcessing", 403, "The token is being processed."),
    IDEMPOTENT_FAILED(Meaning.CONFLICT, "IdempotentFailed", 400, "The request with this token has failed."),
    // Something else is going on; nothing has changed.
    SYSTEM_BUSY(Meaning.CONFLICT, "SystemBusy", 400, "The system is busy."),
    OPERATION_CONFLICT(Meaning.CONFLICT, "OperationConflict", 409, "Another operation is in progress."),
    OPERATION_DOT_CONFLICT(Meaning.CONFLICT, "Operation.Conflict", 403, "The operation conflicts with another."),
    INVALID_OPERATION_CONFLICT(
            Meaning.CONFLICT, "InvalidOperation.Conflict", 403, "The operation conflicts with another."),
    ENI_LINKED(Meaning.CONFLICT, "InvalidOperation.EniLinked", 403, "Something is linked to the network interface."),
    PRIVATE_IP_DUPLICATED(Meaning.CONFLICT, "InvalidPrivateIpAddress.Duplicated", 400, "The address is given twice."),
    NEXT_HOP_DUPLICATED(Meaning.CONFLICT, "Duplicated.VpcNextHop", 400, "The VPC has this next hop already."),
    VPC_STATUS(Meaning.CONFLICT, "IncorrectVpcStatus", 400, "The status of the VPC does not allow it."),
    VSWITCH_STATUS(Meaning.CONFLICT, "IncorrectVSwitchStatus", 400, "The status of the vSwitch does not allow it."),
    HA_VIP_STATUS(Meaning.CONFLICT, "IncorrectHaVipStatus", 400, "The status of the HaVip does not allow it."),
    VBR_STATUS(Meaning.CONFLICT, "InvalidVBRStatus", 400, "The status of the VBR does not allow it."),
    // Who asks, and whether that may be.
    SECURITY_TOKEN_EXPIRED(Meaning.DENIED, "InvalidSecurityToken.Expired", 400, "Specified SecurityToken is expired."),
    FORBIDDEN_REGION(Meaning.DENIED, "Forbidden.RegionId", 400, "The region is not open to the account."),
    FORBIDDEN_SUB_USER(Meaning.DENIED, "Forbidden.SubUser", 403, "A RAM user may not do this."),
    FORBIDDEN_RAM_UNKNOWN(Meaning.DENIED, "Forbidden.NotSupportRAM", 403, "The action knows no RAM users."),
    FORBIDDEN_MISSPELT(Meaning.DENIED, "Forbbiden", 403, "The caller may not do this."),
    USER_TYPE_NOT_SUPPORTED(
            Meaning.DENIED, "InvalidUserType.NotSupported", 403, "Accounts of this type may not do this."),
    ACCOUNT_NOT_FOUND(Meaning.DENIED, "Abs.InvalidAccount.NotFound", 403, "The account does not exist."),
    // What is asked cannot be, however often it is asked.
    INVALID_REGION(Meaning.DENIED, "InvalidOperation.InvalidRegion", 400, "The region does not have this."),
    INVALID_GENERATION(
            Meaning.DENIED, "InvalidOperation.InvalidGeneration", 400, "Instances of this generation cannot do this."),
    ENI_SERVICE_MANAGED(
            Meaning.DENIED, "InvalidOperation.EniServiceManaged", 403, "A service manages the network interface."),
    SECURITY_GROUP_NOT_OF_VPC(Meaning.DENIED, "InvalidSecurityGroupId.NotVpc", 403, "The security group is of no VPC."),
    VPC_EMPTY(Meaning.DENIED, "InvalidVpc.Empty", 403, "The instance is in no VPC."),
    RESOURCE_GROUP_NOT_FOUND(
            Meaning.NOT_FOUND, "InvalidResourceGroup.NotFound", 404, "The resource group does not exist."),
    ALLOCATION_NOT_FOUND(Meaning.NOT_FOUND, "InvalidAllocationId.NotFound", 404, "The allocation does not exist."),
    // Lingjun's API has numbers in place of names.
    LINGJUN_NOT_FOUND(Meaning.NOT_FOUND, "1011", 400, "The resource does not exist."),
    LINGJUN_IP_QUOTA(Meaning.LIMIT_REACHED, "1013", 400, "The quota of private addresses is used up.");

    /** What the code tells the caller. */
    public enum Meaning {
        THROTTLED,
        /** The call may have taken effect. */
        OPEN,
        CONFLICT,
        DENIED,
        NOT_FOUND,
        LIMIT_REACHED
    }

    private final Meaning meaning;
    private final String code;
    private final int httpStatus;
    private final String message;

    CallRefusal(Meaning meaning, String code, int httpStatus, String message) {
        this.meaning = meaning;
        this.code = code;
        this.httpStatus = httpStatus;
        this.message = message;
    }

    /** The name that it has in a scene: its code, and the status where the code comes with another one too. */
    public String called() {
        var usual = Arrays.stream(values())
                .filter(other -> other.code.equals(code))
                .findFirst()
                .orElseThrow();
        return this == usual ? code : code + " " + httpStatus;
    }

    public Meaning meaning() {
        return meaning;
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
        return meaning == Meaning.OPEN;
    }
}
