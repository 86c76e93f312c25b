package io.github.terway4j.adapters.kubelet;

import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.ports.out.OfferOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One resource, and how far the kubelet knows of it. It knows when it has been told, is still the one that was told, and
 * watches; our socket must lie there besides. Whatever of this is not so is begun anew.
 */
final class Plugin implements AutoCloseable {
    /** Looks for which a kubelet that has been told may take its time to come. */
    private static final int COMING = 2;

    /** Looks for which one that has refused is left alone. */
    private static final int REST = 12;

    private final DeviceResource resource;
    private final Path kubelet;
    private final Doorstep doorstep;
    private final Wire wire;
    private Optional<SeenSocket> told = Optional.empty();
    private OfferOutcome answer = new OfferOutcome.Awaited();
    private boolean watched;
    private int looks;

    Plugin(DeviceResource resource, Path folder, Wire wire, InstantSource clock) {
        this.resource = resource;
        this.kubelet = folder.resolve("kubelet.sock");
        this.doorstep = new Doorstep(resource, folder, wire, clock);
        this.wire = wire;
    }

    synchronized OfferOutcome offer(DeviceOffer offer) {
        var there = SeenSocket.at(kubelet);
        if (there.isEmpty()) {
            told = Optional.empty();
            return new OfferOutcome.NobodyThere("there is no " + kubelet);
        }
        try {
            if (doorstep.show(offer)) {
                told = Optional.empty();
            }
        } catch (IOException failed) {
            return new OfferOutcome.NobodyThere("no socket can be made beside %s: %s".formatted(kubelet, failed));
        }
        return isKnownTo(there) ? answer : introduced(there);
    }

    /** Counts looks since the kubelet was told. */
    private boolean isKnownTo(Optional<SeenSocket> there) {
        if (!told.equals(there)) {
            return false;
        }
        looks++;
        if (answer instanceof OfferOutcome.Refused) {
            return looks < REST;
        }
        if (doorstep.isWatched()) {
            watched = true;
            answer = new OfferOutcome.Counted();
            return true;
        }
        // One that has watched and does no more has ended, or has had enough of us.
        return !watched && looks <= COMING;
    }

    private OfferOutcome introduced(Optional<SeenSocket> there) {
        answer = Registration.with(kubelet, resource.text(), doorstep.endpoint(), wire);
        looks = 0;
        watched = false;
        told = answer instanceof OfferOutcome.NobodyThere ? Optional.empty() : there;
        if (answer instanceof OfferOutcome.Awaited && doorstep.isWatched()) {
            watched = true;
            answer = new OfferOutcome.Counted();
        }
        return answer;
    }

    @Override
    public synchronized void close() {
        doorstep.close();
    }
}
