package io.github.terway4j.ports.in;

/** Tells whether all that an attachment needs is there (CNI CHECK). Changes nothing. */
public interface CheckAttachment {
    /** The request names what was asked for when the sandbox was attached. */
    CheckOutcome check(AttachRequest request);
}
