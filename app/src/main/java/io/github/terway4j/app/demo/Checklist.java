package io.github.terway4j.app.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks as they are made, each told at once. */
final class Checklist {
    private final PrintStream out;
    private final List<String> failed = new ArrayList<>();
    private int passed;

    Checklist(PrintStream out) {
        this.out = out;
    }

    /** A claim, and what speaks against it; nothing means that it held. */
    void check(String claim, Optional<String> objection) {
        if (objection.isEmpty()) {
            passed++;
            out.println("  ok      " + claim);
        } else {
            failed.add(claim);
            out.println("  FAILED  " + claim + ": " + objection.get());
        }
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed.size();
    }
}
