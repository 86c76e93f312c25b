package io.github.terway4j.simulator.cloud.api;

/** Why the cloud refuses a call: its own code, and the HTTP status that carries it (ECS API, error tables). */
public enum ApiError {
    VPC_NOT_FOUND("InvalidVpcId.NotFound", 404),
    VSWITCH_NOT_FOUND("InvalidVSwitchId.NotFound", 404),
    SECURITY_GROUP_NOT_FOUND("InvalidSecurityGroupId.NotFound", 404),
    INSTANCE_NOT_FOUND("InvalidInstanceId.NotFound", 404),
    /** The same instance, by the name that attaching and detaching have for it. */
    ECS_NOT_FOUND("InvalidEcsId.NotFound", 404),
    ENI_NOT_FOUND("InvalidEniId.NotFound", 404),
    ROUTE_TABLE_NOT_FOUND("InvalidRouteTableId.NotFound", 404),
    ROUTE_ENTRY_NOT_FOUND("InvalidRouteEntry.NotFound", 400),
    ROUTE_ENTRY_ID_NOT_FOUND("InvalidRouteEntryId.NotFound", 400),
    ROUTE_DESTINATION_INVALID("InvalidCidrBlock", 400),
    ROUTE_DESTINATION_TAKEN("InvalidCIDRBlock.Duplicate", 400),
    ROUTE_EXISTS("RouterEntryConflict.Duplicated", 400),
    ROUTE_TASK_CONFLICT("TaskConflict", 400),
    ROUTE_ENTRY_STATE("IncorrectRouteEntryStatus", 400),
    ROUTE_IS_SYSTEM("OperationDenied", 400),
    ROUTES_EXCEEDED("QuotaExceeded", 400),
    NEXT_HOP_NOT_FOUND("InvalidNextHop.NotFound", 400),
    NEXT_HOP_INVALID("InvalidNexthop", 400),
    /** As the VPC API says it. */
    NEXT_HOP_INSTANCE_STATUS("IncorrectInstanceStatus", 400),
    INSTANCE_HAS_ROUTES("DependencyViolation.RouteEntry", 400),
    /** Chosen from among the codes of RunInstances. */
    TYPE_NOT_FOUND("InvalidInstanceType.ValueNotSupported", 400),
    INVALID_PARAMETER("InvalidParameter", 400),
    WISHES_CONFLICT("InvalidParameter.Conflict", 400),
    INVALID_ENI_STATE("InvalidOperation.InvalidEniState", 400),
    INVALID_INSTANCE_STATE("InvalidOperation.InvalidEcsState", 400),
    /** The same, as the actions on instances themselves say it. */
    INCORRECT_INSTANCE_STATUS("IncorrectInstanceStatus", 403),
    INVALID_ENI_TYPE("InvalidOperation.InvalidEniType", 403),
    PRIMARY_ENI_STAYS("InvalidOperation.DetachPrimaryEniNotAllowed", 400),
    MEMBERS_ATTACHED("InvalidOperation.HasMemberEniAttached", 403),
    ZONE_MISMATCH("InvalidOperation.AvailabilityZoneMismatch", 403),
    VPC_MISMATCH("InvalidOperation.VpcMismatch", 403),
    ACCOUNT_ENIS_EXCEEDED("MaxEniCountExceeded", 403),
    INSTANCE_ENIS_EXCEEDED("EniPerInstanceLimitExceeded", 403),
    SECURITY_GROUP_FULL("SecurityGroupInstanceLimitExceed", 403),
    IPV4_COUNT_EXCEEDED("InvalidOperation.Ipv4CountExceeded", 403),
    IPV6_COUNT_EXCEEDED("InvalidOperation.Ipv6CountExceeded", 403),
    IPV6_NOT_SUPPORTED("InvalidOperation.Ipv6NotSupport", 403),
    TAGS_EXCEEDED("QuotaExceed.Tags", 403),
    TAG_KEY_MALFORMED("InvalidTagKey.Malformed", 400),
    TAG_VALUE_MALFORMED("InvalidTagValue.Malformed", 400),
    VSWITCH_EXHAUSTED("InvalidVSwitchId.IpNotEnough", 403),
    /** The same, seen instead of the other where a vSwitch has no address left. */
    ADDRESS_QUOTA_EXCEEDED("QuotaExceeded.PrivateIpAddress", 403),
    ADDRESS_NOT_IN_VSWITCH("InvalidVSwitchId.IpInvalid", 403),
    ADDRESS_TAKEN("InvalidIp.IpAssigned", 403),
    ADDRESS_REPEATED("InvalidIp.IpRepeated", 403),
    ADDRESS_NOT_ASSIGNED("InvalidIp.IpUnassigned", 403),
    ADDRESS_IS_PRIMARY("InvalidIp.Address", 403),
    TOKEN_MISMATCH("IdempotentParameterMismatch", 400);

    private final String code;
    private final int httpStatus;

    ApiError(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
