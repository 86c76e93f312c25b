package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.device.RdmaFiles;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.DeviceCensus;
import io.github.terway4j.ports.out.DeviceDesk;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.HostFiles;
import io.github.terway4j.ports.out.OfferOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Has the kubelet count what pods can have: it is told every few seconds, and soon when the pool has looked. A kubelet that
 * begins anew has forgotten, and is told by that, too. What it thinks of it is told where it changes.
 */
public final class DeviceKeeper {
    private static final Logger LOG = System.getLogger(DeviceKeeper.class.getName());
    /** As often as Terway. */
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Many pods may come and go at once. */
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final DeviceOffers offers;
    private final NodeBook book;
    private final DeviceDesk desk;
    private final HostFiles files;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final Map<DeviceResource, OfferOutcome> outcomes = new EnumMap<>(DeviceResource.class);
    private final Map<DeviceResource, String> counts = new EnumMap<>(DeviceResource.class);
    private boolean unread;

    public DeviceKeeper(
            DeviceOffers offers, NodeBook book, DeviceDesk desk, HostFiles files, Chronicle chronicle, Tasks tasks) {
        this.offers = offers;
        this.book = book;
        this.desk = desk;
        this.files = files;
        this.chronicle = chronicle;
        this.tasks = tasks;
    }

    /** Goes on for ever. */
    public void run() {
        while (true) {
            var seen = book.stocked.count();
            pass();
            tasks.sleep(AT_LEAST);
            book.stocked.awaitBeyond(seen, tasks.instant().plus(LOOK).minus(AT_LEAST));
        }
    }

    /** Looks, and says once what there is. */
    public void pass() {
        var leases = offers.leases();
        var census = desk.holders();
        tell(census);
        for (var resource : offers.resources()) {
            var offer = offers.of(resource, leases, census, files(resource));
            tell(offer);
            tell(resource, desk.offer(offer));
        }
    }

    private List<String> files(DeviceResource resource) {
        return switch (resource) {
            case ENI, MEMBER_ENI -> List.of();
            case ERDMA -> RdmaFiles.of(files.names(RdmaFiles.SHOWN));
        };
    }

    private void tell(DeviceCensus census) {
        if (census instanceof DeviceCensus.Unreadable(var words) && !unread) {
            LOG.log(Level.WARNING, "of pods' devices nothing is known: {0}", words);
        }
        unread = census instanceof DeviceCensus.Unreadable;
    }

    private void tell(DeviceOffer offer) {
        var words = offer.words();
        if (!words.equals(counts.put(offer.resource(), words))) {
            LOG.log(Level.INFO, words);
        }
    }

    private void tell(DeviceResource resource, OfferOutcome outcome) {
        if (outcome.equals(outcomes.put(resource, outcome))) {
            return;
        }
        switch (outcome) {
            case OfferOutcome.Counted() -> LOG.log(Level.INFO, "the kubelet counts {0}", resource.text());
            case OfferOutcome.Awaited() -> LOG.log(Level.DEBUG, "the kubelet has been told of {0}", resource.text());
            case OfferOutcome.NobodyThere(var words) ->
                LOG.log(Level.WARNING, "nobody counts {0}: {1}", resource.text(), words);
            case OfferOutcome.Refused(var words) ->
                chronicle.node(
                        EventReason.RESOURCE_INVALID,
                        "pods cannot ask for %s, which the kubelet does not count: %s"
                                .formatted(resource.text(), words));
        }
    }
}
