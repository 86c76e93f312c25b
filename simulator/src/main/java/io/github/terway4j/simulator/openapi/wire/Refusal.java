package io.github.terway4j.simulator.openapi.wire;

/**
 * Why a call is refused, as the client reads it.
 *
 * @param status of HTTP
 */
public record Refusal(String code, int status, String message) {
    static Refusal invalid(String name, String why) {
        return new Refusal(
                "InvalidParameter", 400, "The specified parameter %s is not valid: %s.".formatted(name, why));
    }
}
