package io.github.terway4j.ports.in;

/** Tells whether all that an attachment needs is there (CNI CHECK). Changes nothing. */
public interface CheckAttachment {
    /**
     * The request names what was asked for when the sandbox was attached; {@code told} is what the runtime says came of it.
     * What others in the chain may change, and have changed as it is told, is not missing (CNI specification, section 4,
     * CHECK).
     */
    CheckOutcome check(AttachRequest request, Told told);

    /** Where the runtime says nothing. */
    default CheckOutcome check(AttachRequest request) {
        return check(request, new Told.Nothing());
    }
}
