package io.github.terway4j.adapters.syscall;

/** The kernel refused a call. Stays within the adapters, whose edges turn it into an outcome. */
public final class ErrnoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String call;
    private final int number;

    public ErrnoException(String call, int number) {
        super(words(call, number));
        this.call = call;
        this.number = number;
    }

    /** The name of the call, and of its object where that helps. */
    public String call() {
        return call;
    }

    public int number() {
        return number;
    }

    /** Which call failed and how: the same as the message. */
    public String words() {
        return words(call, number);
    }

    public boolean is(Errno errno) {
        return errno.number() == number;
    }

    /** Whether a time limit set on a socket ended the call. */
    public boolean timedOut() {
        return is(Errno.EAGAIN);
    }

    private static String words(String call, int number) {
        return call + ": " + Errno.words(number);
    }
}
