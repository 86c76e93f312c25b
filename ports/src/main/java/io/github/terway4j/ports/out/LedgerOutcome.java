package io.github.terway4j.ports.out;

/** Whether the ledger took it. */
public sealed interface LedgerOutcome {
    record Written() implements LedgerOutcome {}

    /** It may or may not be found again. */
    record Failed(String words) implements LedgerOutcome {}
}
