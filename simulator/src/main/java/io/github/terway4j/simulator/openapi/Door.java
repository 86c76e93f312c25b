package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.operation.Operations;
import io.github.terway4j.simulator.openapi.operation.Product;
import io.github.terway4j.simulator.openapi.wire.Acs3Signature;
import io.github.terway4j.simulator.openapi.wire.AnswerFormat;
import io.github.terway4j.simulator.openapi.wire.Answering;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Incoming;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.openapi.wire.Refusal;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Takes a request through the gates to its operation, and writes down what came of it. */
public final class Door implements Answering {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    private final Gate.Way inside;
    private final RequestIds ids;

    /**
     * A door to these operations.
     *
     * @param gates in the order in which calls pass them
     */
    public Door(List<Gate> gates, Operations operations, RequestIds ids) {
        this.ids = ids;
        Gate.Way way = call -> new Reply.Given(operations.require(call.api()).perform(call.parameters()));
        for (var gate : gates.reversed()) {
            var onward = refusing(way);
            way = call -> gate.pass(call, onward);
        }
        inside = refusing(way);
    }

    @Override
    public Optional<Outgoing> answer(Incoming incoming) {
        var call = ApiCall.of(incoming);
        var format = format(call);
        var id = ids.next();
        return switch (inside.go(call)) {
            case Reply.Given(var fields) ->
                Optional.of(format.write(200, call.action().orElse("") + "Response", withId(fields, id)));
            case Reply.Refused(var refusal) ->
                Optional.of(format.write(refusal.status(), "Error", refused(refusal, call, id)));
            case Reply.Foreign(var outgoing) -> Optional.of(outgoing);
            case Reply.Lost() -> Optional.empty();
        };
    }

    /** Newer clients say it in a header only, and mean JSON where they say nothing. */
    private static AnswerFormat format(ApiCall call) {
        return call.parameters()
                .text("Format")
                .map(AnswerFormat::asked)
                .orElseGet(() -> Acs3Signature.isMeant(call.incoming()) ? AnswerFormat.JSON : AnswerFormat.XML);
    }

    private static Gate.Way refusing(Gate.Way way) {
        return call -> {
            try {
                return way.go(call);
            } catch (Rejection rejection) {
                return new Reply.Refused(rejection.refusal());
            } catch (RuntimeException ours) {
                LOG.log(Level.ERROR, () -> "the simulated cloud failed at " + call.action(), ours);
                return new Reply.Refused(new Refusal("InternalError", 500, ours.toString()));
            }
        };
    }

    private static Fields withId(Fields fields, String id) {
        return new Fields().put("RequestId", id).putAll(fields);
    }

    private static Fields refused(Refusal refusal, ApiCall call, String id) {
        return new Fields()
                .put("RequestId", id)
                .put("HostId", call.incoming().host())
                .put("Code", refusal.code())
                .put("Message", refusal.message())
                .put(
                        "Recommend",
                        "https://api.alibabacloud.com/troubleshoot?q=%s&product=%s&requestId=%s"
                                .formatted(
                                        refusal.code(),
                                        call.product().map(Product::text).orElse(""),
                                        id));
    }
}
