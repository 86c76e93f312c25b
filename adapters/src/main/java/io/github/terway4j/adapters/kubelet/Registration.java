package io.github.terway4j.adapters.kubelet;

import io.github.terway4j.ports.out.OfferOutcome;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kubelet.deviceplugin.v1beta1.DevicePluginOptions;
import kubelet.deviceplugin.v1beta1.RegisterRequest;
import kubelet.deviceplugin.v1beta1.RegistrationGrpc;

/** Tells a kubelet that there is something to count, and where it may ask. */
final class Registration {
    private static final String VERSION = "v1beta1";

    private Registration() {}

    /**
     * Returns when the kubelet has heard it; that it asks is another matter.
     *
     * @param endpoint the name of our socket, beside the kubelet's
     */
    static OfferOutcome with(Path kubelet, String resource, String endpoint, Wire wire) {
        var channel = wire.to(kubelet);
        try {
            RegistrationGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(Wire.PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .register(RegisterRequest.newBuilder()
                            .setVersion(VERSION)
                            .setEndpoint(endpoint)
                            .setResourceName(resource)
                            .setOptions(DevicePluginOptions.getDefaultInstance())
                            .build());
            return new OfferOutcome.Awaited();
        } catch (StatusRuntimeException failed) {
            return outcome(failed.getStatus());
        } finally {
            channel.shutdownNow();
        }
    }

    /** A kubelet says in words of its own, and by no code of its own, why it does not want us. */
    private static OfferOutcome outcome(Status status) {
        return switch (status.getCode()) {
            case UNAVAILABLE -> new OfferOutcome.NobodyThere("nobody answers at the kubelet's socket");
            case DEADLINE_EXCEEDED, CANCELLED ->
                new OfferOutcome.NobodyThere(
                        "the kubelet has not answered within %d s".formatted(Wire.PATIENCE_SECONDS));
            case UNIMPLEMENTED -> new OfferOutcome.Refused("the kubelet knows no device plugins of version " + VERSION);
            case OK,
                    UNKNOWN,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    INTERNAL,
                    DATA_LOSS,
                    UNAUTHENTICATED ->
                new OfferOutcome.Refused("the kubelet says: "
                        + (status.getDescription() == null ? status.getCode() : status.getDescription()));
        };
    }
}
