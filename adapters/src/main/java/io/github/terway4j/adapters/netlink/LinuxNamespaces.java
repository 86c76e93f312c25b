package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Mounts;
import io.github.terway4j.adapters.syscall.Netns;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Namespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Network namespaces by name, as {@code ip netns} makes them and knows them: a file in {@code /run/netns} over which the
 * namespace is mounted, which keeps it alive without any process in it (ip-netns(8)).
 */
public final class LinuxNamespaces implements Namespaces {
    private static final Path DIRECTORY = Path.of("/run/netns");
    private static final String OF_THIS_THREAD = "/proc/thread-self/ns/net";

    @Override
    public NetNs create(String name) {
        var file = file(name);
        try {
            Files.createDirectories(DIRECTORY);
            share();
            Files.createFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try {
            // A thread to throw away: it cannot come back from a namespace that it alone is in.
            PlatformThreads.runInOneOfItsOwn("namespace " + name, () -> {
                Netns.enterNew();
                Mounts.bind(OF_THIS_THREAD, file.toString());
                return file;
            });
        } catch (ErrnoException failure) {
            remove(file);
            throw failure;
        }
        return new NetNs(file.toString());
    }

    @Override
    public void delete(NetNs ns) {
        var file = Path.of(ns.path());
        if (!DIRECTORY.equals(file.getParent())) {
            throw new IllegalArgumentException(ns + " is not a named network namespace: they are in " + DIRECTORY);
        }
        try {
            Mounts.detach(file.toString());
        } catch (ErrnoException failure) {
            // No such file, or nothing mounted there.
            if (!failure.is(Errno.ENOENT) && !failure.is(Errno.EINVAL)) {
                throw failure;
            }
        }
        remove(file);
    }

    @Override
    public List<NetNs> named(String prefix) {
        try (var files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .map(file -> new NetNs(file.toString()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path file(String name) {
        if (name.isBlank() || name.contains("/") || ".".equals(name) || "..".equals(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a network namespace");
        }
        return DIRECTORY.resolve(name);
    }

    /** So that whoever has mounts of their own, such as a container, sees these come and go. */
    private static void share() {
        try {
            Mounts.share(DIRECTORY.toString());
        } catch (ErrnoException failure) {
            if (!failure.is(Errno.EINVAL)) {
                throw failure;
            }
            // Only a mount can be shared, so the directory becomes one.
            Mounts.bindTree(DIRECTORY.toString(), DIRECTORY.toString());
            Mounts.share(DIRECTORY.toString());
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
