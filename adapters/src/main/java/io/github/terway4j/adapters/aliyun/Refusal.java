package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.exceptions.ServerException;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.quota.CloudApi;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a call failed. The library's own words are never repeated: they hold the signed address of the call. */
record Refusal(CloudApi api, ClientException failed) {
    /** What the library says of its own, when no answer came that it could read. */
    private static final String OWN = "SDK.";

    private static final Pattern ADDRESSES = Pattern.compile("[a-z]+://\\S+");
    private static final Pattern SECRETS = Pattern.compile(
            "(AccessKeyId|AccessKeySecret|SecurityToken|Signature)(=|%3D|%253D).*?(?=&|%26|%2526|\\s|$)");

    Meaning meaning() {
        var meaning = code().isEmpty() ? Meaning.UNKNOWN : Codes.meaning(api, code());
        return switch (meaning) {
            case THROTTLED, THROTTLED_ALTOGETHER -> meaning;
            case UNFORESEEN -> isAnswered() ? meaning : Meaning.UNKNOWN;
            case EXHAUSTED, LIMIT_REACHED, NOT_FOUND, CONFLICT, DENIED, UNKNOWN ->
                failed instanceof ServerException ? Meaning.UNKNOWN : meaning;
        };
    }

    /** Whether it is who calls that the cloud does not know, whatever was called. */
    boolean isOfTheCaller() {
        return meaning() == Meaning.DENIED
                && (code().equals("InvalidAccessKeyId.NotFound") || code().startsWith("InvalidSecurityToken."));
    }

    /** Said by the cloud while it knew what it was doing. */
    boolean isOf(String which) {
        return isAnswered() && code().equals(which);
    }

    String code() {
        return said(failed.getErrCode());
    }

    String requestId() {
        return said(failed.getRequestId());
    }

    /** The cloud's own words, without what must not be shown. */
    String message() {
        return isFromTheCloud() ? shown(said(failed.getErrMsg())) : cause();
    }

    String words() {
        return isFromTheCloud()
                ? "%s: %s, %s (request %s)".formatted(api, code(), message(), requestId())
                : "%s: no answer, %s".formatted(api, cause());
    }

    /** By its place in the five hundreds a status says that the cloud itself does not know what it has done. */
    private boolean isAnswered() {
        return isFromTheCloud() && !(failed instanceof ServerException);
    }

    private boolean isFromTheCloud() {
        return !code().isEmpty() && !code().startsWith(OWN);
    }

    private String cause() {
        return Optional.ofNullable(failed.getCause())
                .map(cause -> cause instanceof JsonException cut
                        ? "or one that was cut off: " + cut.getMessage()
                        : code() + " by " + cause.getClass().getSimpleName())
                .orElseGet(() -> code().isEmpty() ? "or none that can be read" : code());
    }

    private static String shown(String words) {
        return SECRETS.matcher(ADDRESSES.matcher(words).replaceAll("(address)")).replaceAll("$1$2(hidden)");
    }

    /** Of an answer without a body the library says "(null)". */
    private static String said(String value) {
        return Optional.ofNullable(value).filter(text -> !text.equals("(null)")).orElse("");
    }
}
