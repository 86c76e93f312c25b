package io.github.terway4j.adapters.syscall;

import org.jspecify.annotations.Nullable;

/**
 * What we call of the C library; public only because the code that jnr-ffi generates lives elsewhere. Addresses are longs: plain numbers take jnr-ffi's shortest way.
 *
 * <p>{@code open} and {@code ioctl} are variadic in C. Called with two or three integers that makes no difference on
 * Linux for x86_64 and aarch64.
 */
public interface LibC {
    int open(String path, int flags);

    int close(int fd);

    long read(int fd, long address, long length);

    long write(int fd, long address, long length);

    int ioctl(int fd, long request, long address);

    int setns(int fd, int namespaceType);

    int unshare(int flags);

    int mount(@Nullable String source, String target, @Nullable String type, long flags, @Nullable String data);

    int umount2(String target, int flags);

    int socket(int domain, int type, int protocol);

    int bind(int fd, long address, int length);

    int connect(int fd, long address, int length);

    int listen(int fd, int backlog);

    int accept4(int fd, long address, long length, int flags);

    int shutdown(int fd, int how);

    int setsockopt(int fd, int level, int option, long value, int length);

    int getsockopt(int fd, int level, int option, long value, long length);

    long send(int fd, long address, long length, int flags);

    long recv(int fd, long address, long length, int flags);

    long sendmsg(int fd, long header, int flags);

    long recvmsg(int fd, long header, int flags);
}
