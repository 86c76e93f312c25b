package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;
import java.util.regex.Pattern;

/** Names of things among a call's parameters. What does not even look like one has a code of its own. */
final class Ids {
    private static final Pattern ENI = Pattern.compile("eni-\\S+");
    private static final Pattern INSTANCE = Pattern.compile("i-\\S+");

    private Ids() {}

    static EniId eni(Parameters parameters) {
        return eni(parameters.required("NetworkInterfaceId"));
    }

    static EniId eni(String text) {
        if (!ENI.matcher(text).matches()) {
            throw Rejection.of("InvalidParams.EniId", 400, "The specified EniId is not valid: " + text + ".");
        }
        return new EniId(text);
    }

    static InstanceId instance(Parameters parameters) {
        return instance(parameters.required("InstanceId"));
    }

    static InstanceId instance(String text) {
        if (!INSTANCE.matcher(text).matches()) {
            throw Rejection.of(
                    "InvalidInstanceID.Malformed", 400, "The specified InstanceId is not valid: " + text + ".");
        }
        return new InstanceId(text);
    }

    /** One, or a list, and not both; at least one. */
    static List<SecurityGroupId> securityGroups(Parameters parameters) {
        var one = parameters.read("SecurityGroupId", SecurityGroupId::new);
        var list = parameters.list("SecurityGroupIds", SecurityGroupId::new);
        if (one.isPresent() && !list.isEmpty()) {
            throw Rejection.of("InvalidParameter.Conflict", 400, "Either SecurityGroupId or SecurityGroupIds.");
        }
        if (one.isEmpty() && list.isEmpty()) {
            throw Rejection.missing("SecurityGroupId");
        }
        return one.map(List::of).orElse(list);
    }
}
