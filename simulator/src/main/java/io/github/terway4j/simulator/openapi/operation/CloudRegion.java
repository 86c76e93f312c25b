package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.regex.Pattern;

/**
 * The region that a cloud stands for.
 *
 * @param account the number of who owns everything in it
 */
public record CloudRegion(String id, String account, SimulatedCloud cloud) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z0-9]+)+");

    /** Refuses a call that means another region, or none where it must name one. */
    void require(Parameters parameters) {
        check(parameters.required("RegionId"));
    }

    /** The same for operations that need not name the region. */
    void allow(Parameters parameters) {
        parameters.text("RegionId").ifPresent(this::check);
    }

    /** What the cloud gives; its refusal becomes the call's. */
    static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Refused<T>(var error, var _, var words) ->
                throw Rejection.of(error.code(), error.httpStatus(), withoutCode(error, words));
        };
    }

    /** The model's words begin with the code, which an answer has beside them. */
    private static String withoutCode(ApiError error, String words) {
        var code = error.code() + ": ";
        return words.startsWith(code) ? words.substring(code.length()) : words;
    }

    private void check(String asked) {
        if (!FORM.matcher(asked).matches()) {
            throw Rejection.of("InvalidRegionId.MalFormed", 400, "The specified RegionId is not valid: " + asked + ".");
        }
        if (!asked.equals(id)) {
            throw Rejection.of(
                    "InvalidRegionId.NotFound", 404, "The specified RegionId does not exist: " + asked + ".");
        }
    }
}
