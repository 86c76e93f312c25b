package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.world.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole trace as a file of tab-separated columns; the package says which. */
final class TraceFile implements AutoCloseable {
    private final BufferedWriter file;

    private TraceFile(BufferedWriter file) throws IOException {
        this.file = file;
        file.write("EVENT\tSECONDS\tWHO\tWHAT\n");
    }

    static TraceFile create(Path path) {
        try {
            return new TraceFile(Files.newBufferedWriter(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Trace.Line line) {
        try {
            file.write(line.event() + "\t" + line.seconds() + "\t" + line.who() + "\t"
                    + line.what().replace('\t', ' ').replace('\n', ' ') + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
