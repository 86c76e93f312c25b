package io.github.terway4j.adapters.cni;

/** A call that cannot be read. Never leaves this package: the door answers with its error. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CniError error;

    Refused(CniError error) {
        super(error.msg() + ": " + error.details());
        this.error = error;
    }

    CniError error() {
        return error;
    }
}
