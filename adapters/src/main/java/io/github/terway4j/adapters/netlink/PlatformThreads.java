package io.github.terway4j.adapters.netlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where work is done that must not move a virtual thread's carrier to another namespace. A platform thread does it
 * itself; for a virtual one, a few platform threads are kept.
 */
final class PlatformThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 60;

    private final ThreadPoolExecutor pool;

    PlatformThreads(String name, int most) {
        this.pool = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name, 0).factory());
        pool.allowCoreThreadTimeOut(true);
    }

    <T> T run(Callable<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return call(work);
        }
        var task = new FutureTask<>(work);
        // Not submit, which would catch what ends a stranded thread.
        pool.execute(() -> {
            task.run();
            if (task.state() == Future.State.FAILED && task.exceptionNow() instanceof Error error) {
                throw error;
            }
        });
        return await(task);
    }

    /** In a new thread, which does nothing else before or after. */
    static <T> T runInOneOfItsOwn(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return await(task);
    }

    /** A change to the kernel once begun is heard to its end, whoever would like to interrupt. */
    private static <T> T await(Future<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException patience) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failure) {
            throw unchecked(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The same, with what is checked wrapped. */
    static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw unchecked(failure);
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return switch (failure) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case IOException io -> new UncheckedIOException(io);
            case null, default -> new IllegalStateException(failure);
        };
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
