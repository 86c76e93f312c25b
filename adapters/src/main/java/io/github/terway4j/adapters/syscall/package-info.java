/**
 * The only room with native calls: the few that the JDK does not offer and that network namespaces, netlink and
 * descriptors passed over a unix socket need.
 *
 * <p>Every call that fails throws {@link io.github.terway4j.adapters.syscall.ErrnoException}, which never leaves the
 * adapters. Every descriptor is close-on-exec. Only glibc's wrappers are called, never a system call by number, and only
 * with constants and structures that are the same on x86_64 and aarch64.
 *
 * <p>A native call blocks the thread's carrier, so it is made on platform threads. Nothing here decides anything and
 * nothing here knows netlink's messages. Start with {@link io.github.terway4j.adapters.syscall.Fd} and {@link
 * io.github.terway4j.adapters.syscall.UnixConnection}.
 */
@NullMarked
package io.github.terway4j.adapters.syscall;

import org.jspecify.annotations.NullMarked;
