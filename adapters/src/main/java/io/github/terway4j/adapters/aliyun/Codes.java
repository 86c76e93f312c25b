package io.github.terway4j.adapters.aliyun;

import io.github.terway4j.domain.quota.CloudApi;
import java.util.List;

/**
 * What the cloud's codes mean to us, from the error tables of the ECS and VPC APIs and what clients have met in the wild.
 * A star stands for any letters, since the cloud adds to its families without notice. The first line that fits counts.
 */
final class Codes {
    private static final List<Line> TABLE = List.of(
            line(Meaning.THROTTLED_ALTOGETHER, "Throttling.User"),
            line(Meaning.THROTTLED, "Throttling*"),

            // Both are said of a vSwitch without a free address.
            line(Meaning.EXHAUSTED, "InvalidVSwitchId.IpNotEnough", "QuotaExceeded.PrivateIpAddress"),

            // A call with this token is under way, or was a moment ago: it may yet succeed.
            line(
                    Meaning.UNKNOWN,
                    "IdempotentProcessing",
                    "LastTokenProcessing",
                    "OperationFailed.IdempotentTokenProcessing"),
            line(Meaning.UNKNOWN, "InternalError*", "ServiceUnavailable*", "UnknownError"),

            // Nothing that was asked for, but who asks and how.
            line(Meaning.DENIED, "InvalidAccessKeyId*", "InvalidAccessKeySecret*", "InvalidSecurityToken*"),
            line(Meaning.DENIED, "IncompleteSignature*", "SignatureDoesNotMatch*", "SDK.InvalidAccess*"),
            line(Meaning.DENIED, "SignatureNonceUsed", "InvalidTimeStamp*"),
            line(
                    Meaning.DENIED,
                    "Forbidden*",
                    "Forbbiden*",
                    "NoPermission*",
                    "InvalidUserType*",
                    "Abs.InvalidAccount*"),
            line(Meaning.DENIED, "InvalidAction*", "InvalidApi*", "InvalidVersion*", "InvalidRegionId*"),
            line(Meaning.NOT_FOUND, "*.NotFound", "InvalidRouteEntry"),
            // Lingjun's API has numbers in place of names: this thing is not there, and no more addresses for it.
            line(Meaning.NOT_FOUND, "1011"),
            line(Meaning.LIMIT_REACHED, "1013"),
            line(Meaning.LIMIT_REACHED, "MaxEniCountExceeded", "EniPerInstanceLimitExceeded"),
            line(Meaning.LIMIT_REACHED, "SecurityGroupInstanceLimitExceed*"),
            line(Meaning.LIMIT_REACHED, "InvalidOperation.Ipv4CountExceeded", "InvalidOperation.Ipv6CountExceeded"),
            line(Meaning.LIMIT_REACHED, "QuotaExceed.*", "QuotaExceeded*"),
            line(Meaning.CONFLICT, "InvalidOperation.InvalidEniState", "InvalidOperation.InvalidEcsState"),
            line(Meaning.CONFLICT, "InvalidOperation.HasMemberEniAttached", "InvalidOperation.EniLinked"),
            line(Meaning.CONFLICT, "InvalidIp.IpAssigned", "InvalidIp.IpUnassigned"),
            line(Meaning.CONFLICT, "Operation.Conflict", "OperationConflict", "InvalidOperation.Conflict"),
            line(Meaning.CONFLICT, "TaskConflict", "SystemBusy", "OperationFailed.DistibuteLock"),
            // One of them is spelt Incorrcet in the API itself.
            line(Meaning.CONFLICT, "Incorr*Status", "IncorrectStatus.*", "InvalidVBRStatus", "DependencyViolation*"),
            line(Meaning.CONFLICT, "*.Duplicate", "*.Duplicated", "Duplicated.*"),
            // The token was used by a call that failed: another token may succeed.
            line(Meaning.CONFLICT, "IdempotentFailed"),
            line(Meaning.DENIED, "IdempotentParameterMismatch"),
            // One parameter, by its name, that is missing or must not stand beside another.
            line(Meaning.DENIED, "Missing*", "ParamExclusive.*"),
            line(Meaning.DENIED, "InvalidParameter*", "InvalidParams*", "UnsupportedParameter*"),
            line(Meaning.DENIED, "*.Malformed", "*.MalFormed", "Duplicate.TagKey", "InvalidInstanceType*"),
            line(Meaning.DENIED, "InvalidSecurityGroupId.NotVpc", "InvalidVpc.Empty", "InvalidVSwitchId.IpInvalid"),
            line(Meaning.DENIED, "InvalidIp.Address", "InvalidIp.IpRepeated"),
            line(Meaning.DENIED, "InvalidCIDRBlock*", "InvalidCidrBlock*", "InvalidNextHop*", "InvalidNexthop*"),
            line(Meaning.DENIED, "OperationDenied*", "IllegalParam*"),
            line(
                    Meaning.DENIED,
                    "InvalidOperation.AvailabilityZoneMismatch",
                    "InvalidOperation.VpcMismatch",
                    "InvalidOperation.InvalidRegion",
                    "InvalidOperation.InvalidGeneration",
                    "InvalidOperation.InvalidEniType",
                    "InvalidOperation.EniServiceManaged",
                    "InvalidOperation.DetachPrimaryEniNotAllowed",
                    "InvalidOperation.Ipv6NotSupport"));

    private static final List<String> NO_ENI = List.of("InvalidEniId.NotFound", "1011");
    private static final List<String> NO_INSTANCE = List.of("InvalidEcsId.NotFound", "InvalidInstanceId.NotFound");

    private Codes() {}

    static Meaning meaning(CloudApi api, String code) {
        var meaning = TABLE.stream()
                .filter(line -> line.fits(code))
                .map(Line::meaning)
                .findFirst()
                .orElse(Meaning.UNFORESEEN);
        return meaning == Meaning.NOT_FOUND && !isOfTheCall(api, code) ? Meaning.UNFORESEEN : meaning;
    }

    /**
     * Whoever gives something back takes it for gone when it is not found: so nothing else may be meant, such as a
     * resource group that is missing beside it.
     */
    private static boolean isOfTheCall(CloudApi api, String code) {
        return switch (api) {
            case DELETE_NETWORK_INTERFACE, UNASSIGN_PRIVATE_IP_ADDRESSES, UNASSIGN_IPV6_ADDRESSES ->
                NO_ENI.contains(code);
            case DETACH_NETWORK_INTERFACE -> NO_ENI.contains(code) || NO_INSTANCE.contains(code);
            case DELETE_ROUTE_ENTRY -> code.startsWith("InvalidRoute");
            case CREATE_NETWORK_INTERFACE,
                    ATTACH_NETWORK_INTERFACE,
                    DESCRIBE_NETWORK_INTERFACES,
                    DESCRIBE_NETWORK_INTERFACE_ATTRIBUTE,
                    ASSIGN_PRIVATE_IP_ADDRESSES,
                    ASSIGN_IPV6_ADDRESSES,
                    DESCRIBE_INSTANCE_TYPES,
                    DESCRIBE_V_SWITCHES,
                    DESCRIBE_ROUTE_TABLE_LIST,
                    DESCRIBE_ROUTE_ENTRY_LIST,
                    CREATE_ROUTE_ENTRY -> true;
        };
    }

    private static Line line(Meaning meaning, String... codes) {
        return new Line(meaning, List.of(codes));
    }

    private record Line(Meaning meaning, List<String> codes) {
        boolean fits(String code) {
            return codes.stream().anyMatch(pattern -> fits(pattern, code));
        }

        private static boolean fits(String pattern, String code) {
            var star = pattern.indexOf('*');
            if (star < 0) {
                return pattern.equals(code);
            }
            var before = pattern.substring(0, star);
            var after = pattern.substring(star + 1);
            return code.length() >= before.length() + after.length() && code.startsWith(before) && code.endsWith(after);
        }
    }
}
