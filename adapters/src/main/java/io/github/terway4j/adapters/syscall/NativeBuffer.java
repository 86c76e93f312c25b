package io.github.terway4j.adapters.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jnr.ffi.Pointer;

/** Memory that both Java and the kernel can see, in the machine's own byte order; freed with the last reference. */
public final class NativeBuffer {
    private final ByteBuffer bytes;
    private final long address;

    private NativeBuffer(ByteBuffer bytes) {
        this.bytes = bytes;
        this.address = Pointer.wrap(Native.RUNTIME, bytes).address();
    }

    /** So many zero bytes. */
    public static NativeBuffer ofSize(int size) {
        return new NativeBuffer(ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder()));
    }

    /** The memory itself: position and limit are the caller's to use and mean nothing to {@link #address}. */
    public ByteBuffer bytes() {
        return bytes;
    }

    public int size() {
        return bytes.capacity();
    }

    /** Where it starts. The buffer must stay referenced while the kernel uses the address. */
    long address() {
        return address;
    }

    long address(int offset) {
        return address + offset;
    }
}
