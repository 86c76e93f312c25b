package io.github.terway4j.adapters.nlmsg;

import io.github.terway4j.adapters.syscall.ErrnoException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A kernel that answers from a script; each datagram of it learns the sequence number of the last question. */
final class ScriptedWire implements Wire {
    private final Deque<Supplier<ByteBuffer>> script = new ArrayDeque<>();
    private final ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());
    private int lastSequence;
    private int sends;

    ScriptedWire answers(IntFunction<ByteBuffer> datagram) {
        script.add(() -> datagram.apply(lastSequence));
        return this;
    }

    ScriptedWire fails(ErrnoException failure) {
        script.add(() -> {
            throw failure;
        });
        return this;
    }

    int sends() {
        return sends;
    }

    boolean saidAll() {
        return script.isEmpty();
    }

    @Override
    public ByteBuffer out() {
        return out.clear();
    }

    @Override
    public void send() {
        sends++;
        for (int at = 0; at < out.position(); at += (out.getInt(at) + 3) & -4) {
            lastSequence = out.getInt(at + 8);
        }
    }

    @Override
    public ByteBuffer receive() {
        return script.remove().get();
    }

    @Override
    public int linkIndex(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void close() {}
}
