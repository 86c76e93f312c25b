package io.github.terway4j.app.config;

/** A text that is never printed by accident: it must be asked for by name. */
public record Secret(String revealed) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
