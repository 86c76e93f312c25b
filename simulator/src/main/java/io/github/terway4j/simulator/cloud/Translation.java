package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.quirk.CallRefusal;
import java.time.Duration;
import java.util.List;

/** Turns the cloud's codes into the words of our port. */
public final class Translation {
    /** Chosen: the cloud does not say how long it wants to be left alone. */
    private static final Duration RESPITE = Duration.ofSeconds(1);

    private static final List<String> GIVING_BACK = List.of(
            "DetachNetworkInterface",
            "DeleteNetworkInterface",
            "UnassignPrivateIpAddresses",
            "UnassignIpv6Addresses",
            "DeleteRouteEntry");

    private Translation() {}

    public static <T> CloudOutcome<T> outcome(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> new CloudOutcome.Done<>(value);
            case Answer.Refused<T>(ApiError error, String subject, String words) ->
                switch (error) {
                    case VPC_NOT_FOUND,
                            VSWITCH_NOT_FOUND,
                            SECURITY_GROUP_NOT_FOUND,
                            INSTANCE_NOT_FOUND,
                            ECS_NOT_FOUND,
                            ENI_NOT_FOUND,
                            ROUTE_TABLE_NOT_FOUND,
                            ROUTE_ENTRY_NOT_FOUND,
                            ROUTE_ENTRY_ID_NOT_FOUND,
                            NEXT_HOP_NOT_FOUND -> new CloudOutcome.NotFound<>(words);
                    case ACCOUNT_ENIS_EXCEEDED,
                            INSTANCE_ENIS_EXCEEDED,
                            SECURITY_GROUP_FULL,
                            IPV4_COUNT_EXCEEDED,
                            IPV6_COUNT_EXCEEDED,
                            TAGS_EXCEEDED,
                            ROUTES_EXCEEDED -> new CloudOutcome.LimitReached<>(words);
                    case VSWITCH_EXHAUSTED, ADDRESS_QUOTA_EXCEEDED ->
                        new CloudOutcome.VSwitchExhausted<>(new VSwitchId(subject));
                    case INVALID_ENI_STATE,
                            INVALID_INSTANCE_STATE,
                            INCORRECT_INSTANCE_STATUS,
                            MEMBERS_ATTACHED,
                            ADDRESS_NOT_ASSIGNED,
                            ADDRESS_TAKEN,
                            ROUTE_DESTINATION_TAKEN,
                            ROUTE_EXISTS,
                            ROUTE_TASK_CONFLICT,
                            ROUTE_ENTRY_STATE,
                            NEXT_HOP_INSTANCE_STATUS,
                            INSTANCE_HAS_ROUTES -> new CloudOutcome.Conflict<>(words);
                    case INVALID_PARAMETER,
                            WISHES_CONFLICT,
                            TYPE_NOT_FOUND,
                            TAG_KEY_MALFORMED,
                            TAG_VALUE_MALFORMED,
                            ADDRESS_NOT_IN_VSWITCH,
                            ADDRESS_REPEATED,
                            INVALID_ENI_TYPE,
                            PRIMARY_ENI_STAYS,
                            ZONE_MISMATCH,
                            VPC_MISMATCH,
                            IPV6_NOT_SUPPORTED,
                            ADDRESS_IS_PRIMARY,
                            TOKEN_MISMATCH,
                            ROUTE_DESTINATION_INVALID,
                            ROUTE_IS_SYSTEM,
                            NEXT_HOP_INVALID -> new CloudOutcome.Denied<>(words);
                };
        };
    }

    /**
     * The same for what no rule of the cloud leads to.
     *
     * @param action whose call is refused: that something is missing means of what is given back that it is gone, where
     *     nothing else can be meant
     */
    public static <T> CloudOutcome<T> refused(String action, CallRefusal why) {
        return switch (why.meaning()) {
            case THROTTLED -> new CloudOutcome.Throttled<>(RESPITE);
            case OPEN -> new CloudOutcome.Unknown<>(why.code());
            case CONFLICT -> new CloudOutcome.Conflict<>(why.code());
            case DENIED -> new CloudOutcome.Denied<>(why.code());
            case NOT_FOUND ->
                isOfTheCall(action, why)
                        ? new CloudOutcome.NotFound<>(why.code())
                        : new CloudOutcome.Unforeseen<>(why.code(), "", why.message());
            case LIMIT_REACHED -> new CloudOutcome.LimitReached<>(why.code());
        };
    }

    private static boolean isOfTheCall(String action, CallRefusal why) {
        return !GIVING_BACK.contains(action)
                || (why == CallRefusal.LINGJUN_NOT_FOUND && !action.equals("DeleteRouteEntry"));
    }
}
