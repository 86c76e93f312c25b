package io.github.terway4j.adapters.kubelet;

import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.grpc.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our socket of one resource, in the kubelet's folder. It is named as Terway names it, after the second in which it was made:
 * so an agent that ends takes away its own, and not that of the next. What earlier ones have left there is taken away, of this
 * resource alone.
 */
final class Doorstep implements AutoCloseable {
    private final DeviceResource resource;
    private final Path folder;
    private final Wire wire;
    private final InstantSource clock;
    private final Pattern ours;
    private Optional<Listening> listening = Optional.empty();

    /** @param seen the file that was made by it */
    private record Listening(Server server, DeviceAnswers answers, Path socket, Optional<SeenSocket> seen) {
        boolean isThere() {
            return seen.isPresent() && SeenSocket.at(socket).equals(seen);
        }
    }

    Doorstep(DeviceResource resource, Path folder, Wire wire, InstantSource clock) {
        this.resource = resource;
        this.folder = folder;
        this.wire = wire;
        this.clock = clock;
        this.ours = Pattern.compile("[0-9]+-" + Pattern.quote(resource.socket()) + "\\.sock");
    }

    /** Shows it to whoever asks. Whether the socket had to be made for that. */
    boolean show(DeviceOffer offer) throws IOException {
        if (listening.filter(Listening::isThere).isPresent()) {
            listening.get().answers().show(offer);
            return false;
        }
        close();
        sweep();
        var socket = folder.resolve("%d-%s.sock".formatted(clock.instant().getEpochSecond(), resource.socket()));
        var answers = new DeviceAnswers(offer);
        var server = wire.at(socket, answers);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        listening = Optional.of(new Listening(server, answers, socket, SeenSocket.at(socket)));
        return true;
    }

    private void sweep() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (ours.matcher(file.getFileName().toString()).matches()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The name of the socket that was made last. */
    String endpoint() {
        return listening.orElseThrow().socket().getFileName().toString();
    }

    boolean isWatched() {
        return listening.filter(open -> open.answers().isWatched()).isPresent();
    }

    @Override
    public void close() {
        listening.ifPresent(open -> {
            try {
                open.server().shutdownNow().awaitTermination();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        listening = Optional.empty();
    }
}
