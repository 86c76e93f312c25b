package io.github.terway4j.simulator.openapi.wire;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a call on the spot: whoever reads parameters far below the door throws it, and only the door catches it. */
public final class Rejection extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    private Rejection(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.toString(), cause, false, false);
        this.refusal = refusal;
    }

    public static Rejection of(Refusal refusal) {
        return new Rejection(refusal, null);
    }

    public static Rejection of(Refusal refusal, Throwable cause) {
        return new Rejection(refusal, cause);
    }

    public static Rejection of(String code, int status, String message) {
        return of(new Refusal(code, status, message));
    }

    /** The gateway's own words for a parameter without which a call means nothing. */
    public static Rejection missing(String name) {
        return of("Missing" + name, 400, name + " is mandatory for this action.");
    }

    public static Rejection invalid(String name, String why) {
        return of(Refusal.invalid(name, why));
    }

    static Rejection invalid(String name, IllegalArgumentException why) {
        return of(Refusal.invalid(name, String.valueOf(why.getMessage())), why);
    }

    public Refusal refusal() {
        return refusal;
    }
}
