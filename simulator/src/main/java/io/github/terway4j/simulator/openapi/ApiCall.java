package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.operation.Api;
import io.github.terway4j.simulator.openapi.operation.Product;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.Incoming;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.Optional;

/**
 * A call to the API on its way through the gates.
 *
 * @param caller nobody, until a gate has found out
 */
public record ApiCall(Incoming incoming, Parameters parameters, Identity caller) {
    static ApiCall of(Incoming incoming) {
        return new ApiCall(incoming, incoming.parameters(), Identity.NOBODY);
    }

    public ApiCall by(Identity identity) {
        return new ApiCall(incoming, parameters, identity);
    }

    /** What is asked for, by the parameters or, in newer clients, by the headers. */
    public Optional<String> action() {
        return parameters.text("Action").or(() -> incoming.header("x-acs-action"));
    }

    public Optional<Product> product() {
        return version().flatMap(Product::ofVersion);
    }

    /** Refused where it is no operation of any product's version. */
    public Api api() {
        var action = action().orElseThrow(() -> Rejection.missing("Action"));
        var version = version().orElseThrow(() -> Rejection.missing("Version"));
        return Product.ofVersion(version)
                .map(product -> new Api(product, action))
                .orElseThrow(() -> Rejection.of(
                        "InvalidVersion", 400, "Specified parameter Version is not valid: " + version + "."));
    }

    private Optional<String> version() {
        return parameters.text("Version").or(() -> incoming.header("x-acs-version"));
    }
}
