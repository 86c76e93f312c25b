package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.AcsResponse;
import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.exceptions.ClientException;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: takes a turn, signs, sends, and says how it ended. One that has no turn now, and that no pod waits for,
 * ends as if the cloud had throttled it. What the cloud has heard is not said again. For any number of threads.
 */
public final class AliyunApi {
    private final Clients clients;
    private final CredentialSource credentials;
    private final PaceCalls pace;

    public AliyunApi(AliyunEndpoints endpoints, CredentialSource credentials, PaceCalls pace) {
        this.clients = new Clients(endpoints);
        this.credentials = credentials;
        this.pace = pace;
    }

    /**
     * A call that cannot fail for want of addresses.
     *
     * @param requestId the answer's own: see {@link #once}
     */
    <A extends AcsResponse> CloudOutcome<A> send(
            RpcAcsRequest<A> request, Function<A, @Nullable String> requestId, Urgency urgency) {
        return send(request, requestId, urgency, Optional::empty);
    }

    /** @param vSwitch whose addresses the call asks for; looked up only where it has none left */
    <A extends AcsResponse> CloudOutcome<A> send(
            RpcAcsRequest<A> request,
            Function<A, @Nullable String> requestId,
            Urgency urgency,
            Supplier<Optional<VSwitchId>> vSwitch) {
        return called(
                request, requestId, urgency, CloudOutcome.Done::new, (api, refusal) -> ended(api, refusal, vSwitch));
    }

    /** A call whose refusal by this code is an answer too: none. Nothing changed then. */
    <A extends AcsResponse> CloudOutcome<Optional<A>> sendUnlessRefusedBy(
            String code, RpcAcsRequest<A> request, Function<A, @Nullable String> requestId, Urgency urgency) {
        return called(
                request,
                requestId,
                urgency,
                answer -> new CloudOutcome.Done<>(Optional.of(answer)),
                (api, refusal) -> refusal.isOf(code)
                        ? new CloudOutcome.Done<>(Optional.empty())
                        : ended(api, refusal, Optional::empty));
    }

    private <A extends AcsResponse, R> CloudOutcome<R> called(
            RpcAcsRequest<A> request,
            Function<A, @Nullable String> requestId,
            Urgency urgency,
            Function<A, CloudOutcome<R>> answered,
            BiFunction<CloudApi, Refusal, CloudOutcome<R>> refused) {
        var api = CloudApi.named(request.getSysActionName())
                .orElseThrow(() -> new IllegalStateException("no turns are taken for " + request.getSysActionName()));
        // The credentials not before the turn: they might have ended while we waited.
        return pace.inTurn(
                api,
                urgency,
                () -> credentials.current().then(valid -> once(api, request, requestId, valid, answered, refused)));
    }

    /** Takes from an answer what it should hold. The cloud has done what it was asked; what, we could not read. */
    static <A, R> CloudOutcome<R> read(A answer, Function<A, R> reading) {
        try {
            return new CloudOutcome.Done<>(reading.apply(answer));
        } catch (IllegalArgumentException unreadable) {
            return new CloudOutcome.Unknown<>("the cloud's answer cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * The library reads any text with a good status as an answer in which everything is missing: to ask a proxy's page
     * of welcome for our ENIs would be to have none. Every answer of the cloud names its request, and nothing else does.
     */
    private <A extends AcsResponse, R> CloudOutcome<R> once(
            CloudApi api,
            RpcAcsRequest<A> request,
            Function<A, @Nullable String> requestId,
            Credentials valid,
            Function<A, CloudOutcome<R>> answered,
            BiFunction<CloudApi, Refusal, CloudOutcome<R>> refused) {
        clients.address(request);
        A answer;
        try {
            answer = clients.with(valid).getAcsResponse(request);
        } catch (ClientException failed) {
            var refusal = new Refusal(api, failed);
            return refusal.isOfTheCaller() ? disowned(valid, refusal.words()) : refused.apply(api, refusal);
        } catch (RuntimeException unreadable) {
            // So the library says that an answer has no type, or letters for a number; its words may hold the answer.
            return new CloudOutcome.Unknown<>("%s: the answer cannot be read, %s"
                    .formatted(api, unreadable.getClass().getSimpleName()));
        }
        return requestId.apply(answer) == null
                ? new CloudOutcome.Unknown<>(api + ": what answered was not the cloud")
                : answered.apply(answer);
    }

    /**
     * What is issued for hours may be taken back before its end, and the next we are given may be good: that is a state
     * which passes. The cloud has not let us in, so nothing changed. An access key stays unknown until somebody acts.
     */
    private <R> CloudOutcome<R> disowned(Credentials unknown, String words) {
        credentials.refused(unknown);
        return switch (unknown) {
            case Credentials.Temporary _ -> new CloudOutcome.Conflict<>(words);
            case Credentials.AccessKey _ -> new CloudOutcome.Denied<>(words);
        };
    }

    private <R> CloudOutcome<R> ended(CloudApi api, Refusal refusal, Supplier<Optional<VSwitchId>> vSwitch) {
        var words = refusal.words();
        return switch (refusal.meaning()) {
            case THROTTLED -> new CloudOutcome.Throttled<>(pace.throttled(api));
            case THROTTLED_ALTOGETHER -> new CloudOutcome.Throttled<>(pace.throttledAltogether());
            case EXHAUSTED ->
                vSwitch.get()
                        .<CloudOutcome<R>>map(CloudOutcome.VSwitchExhausted::new)
                        .orElseGet(() -> new CloudOutcome.LimitReached<>(words));
            case LIMIT_REACHED -> new CloudOutcome.LimitReached<>(words);
            case NOT_FOUND -> new CloudOutcome.NotFound<>(words);
            case CONFLICT -> new CloudOutcome.Conflict<>(words);
            case DENIED -> new CloudOutcome.Denied<>(words);
            case UNKNOWN -> new CloudOutcome.Unknown<>(words);
            case UNFORESEEN -> new CloudOutcome.Unforeseen<>(refusal.code(), refusal.requestId(), refusal.message());
        };
    }
}
