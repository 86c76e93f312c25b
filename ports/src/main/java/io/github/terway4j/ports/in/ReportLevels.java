package io.github.terway4j.ports.in;

/** Tells how much of everything there is at this moment. It looks at what the agent knows, and asks nobody. */
public interface ReportLevels {
    Levels levels();
}
