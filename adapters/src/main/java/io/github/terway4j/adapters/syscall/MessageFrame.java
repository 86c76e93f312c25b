package io.github.terway4j.adapters.syscall;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code struct msghdr} with all it points to, in one piece of memory: the header (56 bytes on 64-bit Linux), one
 * iovec (16), room for control messages, and the data.
 */
final class MessageFrame {
    static final int MOST_DESCRIPTORS = 8;

    private static final int DATA_SIZE = 16 * 1024;
    private static final int IOV = 56;
    private static final int CONTROL = IOV + 16;
    private static final int CONTROL_HEADER = 16;
    private static final int CONTROL_SIZE = CONTROL_HEADER + MOST_DESCRIPTORS * Integer.BYTES;
    private static final int DATA = CONTROL + CONTROL_SIZE;

    private static final int IOV_POINTER_AT = 16;
    private static final int IOV_COUNT_AT = 24;
    private static final int CONTROL_POINTER_AT = 32;
    private static final int CONTROL_LENGTH_AT = 40;
    private static final int FLAGS_AT = 48;

    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_CTRUNC = 8;

    private final NativeBuffer memory = NativeBuffer.ofSize(DATA + DATA_SIZE);

    long address() {
        return memory.address();
    }

    void prepareToReceive(int mostBytes) {
        prepare(Math.min(mostBytes, DATA_SIZE), CONTROL_SIZE);
    }

    /** Takes as much from the buffer as fits; how much that is. */
    int prepareToSend(ByteBuffer from, List<Fd> descriptors) {
        if (descriptors.size() > MOST_DESCRIPTORS) {
            throw new IllegalArgumentException(descriptors.size() + " descriptors are too many for one message");
        }
        int part = Math.min(from.remaining(), DATA_SIZE);
        int controlLength = CONTROL_HEADER + descriptors.size() * Integer.BYTES;
        prepare(part, descriptors.isEmpty() ? 0 : align(controlLength));
        var bytes = memory.bytes();
        bytes.putLong(CONTROL, controlLength).putInt(CONTROL + 8, SOL_SOCKET).putInt(CONTROL + 12, SCM_RIGHTS);
        for (int i = 0; i < descriptors.size(); i++) {
            bytes.putInt(
                    CONTROL + CONTROL_HEADER + i * Integer.BYTES,
                    descriptors.get(i).number());
        }
        bytes.put(DATA, from, from.position(), part);
        from.position(from.position() + part);
        return part;
    }

    /** The descriptors that came with the message. */
    List<Fd> descriptors() {
        var bytes = memory.bytes();
        int end = CONTROL + (int) bytes.getLong(CONTROL_LENGTH_AT);
        var found = new ArrayList<Fd>();
        int at = CONTROL;
        while (at + CONTROL_HEADER <= end) {
            int length = (int) bytes.getLong(at);
            if (length < CONTROL_HEADER) {
                break;
            }
            if (bytes.getInt(at + 8) == SOL_SOCKET && bytes.getInt(at + 12) == SCM_RIGHTS) {
                for (int fd = at + CONTROL_HEADER; fd + Integer.BYTES <= at + length; fd += Integer.BYTES) {
                    found.add(new Fd(bytes.getInt(fd)));
                }
            }
            at += align(length);
        }
        return found;
    }

    boolean descriptorsWereCut() {
        return (memory.bytes().getInt(FLAGS_AT) & MSG_CTRUNC) != 0;
    }

    void copyData(ByteBuffer into, int length) {
        into.put(memory.bytes().slice(DATA, length));
    }

    private void prepare(int dataLength, int controlLength) {
        var bytes = memory.bytes();
        for (int i = 0; i < DATA; i++) {
            bytes.put(i, (byte) 0);
        }
        bytes.putLong(IOV_POINTER_AT, memory.address(IOV));
        bytes.putLong(IOV_COUNT_AT, 1);
        bytes.putLong(CONTROL_POINTER_AT, controlLength == 0 ? 0 : memory.address(CONTROL));
        bytes.putLong(CONTROL_LENGTH_AT, controlLength);
        bytes.putLong(IOV, memory.address(DATA));
        bytes.putLong(IOV + Long.BYTES, dataLength);
    }

    private static int align(int length) {
        return (length + Long.BYTES - 1) & -Long.BYTES;
    }
}
