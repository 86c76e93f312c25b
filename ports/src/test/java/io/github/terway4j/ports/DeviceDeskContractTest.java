package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.device.Device;
import io.github.terway4j.domain.device.DeviceHolder;
import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.DeviceCensus;
import io.github.terway4j.ports.out.DeviceDesk;
import io.github.terway4j.ports.out.OfferOutcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class DeviceDeskContractTest {
    @Test
    void who_keeps_all_promises_breaks_none() {
        assertEquals(Set.of(), brokenBy(Honest.class));
    }

    @Test
    void who_introduces_itself_once_and_for_all_is_found_out() {
        assertEquals(
                Set.of("a_kubelet_that_has_begun_anew_counts_again_after_three_looks_at_most()"),
                brokenBy(SpeaksOnce.class));
    }

    @Test
    void who_introduces_itself_at_every_look_is_found_out() {
        assertEquals(Set.of("the_same_said_again_costs_nothing()"), brokenBy(SpeaksAlways.class));
    }

    @Test
    void who_takes_silence_for_nobody_is_found_out() {
        assertEquals(Set.of("silence_is_not_taken_for_nobody()"), brokenBy(TakesSilenceForNobody.class));
    }

    @Test
    void who_shows_no_change_is_found_out() {
        assertEquals(Set.of("what_is_offered_anew_is_counted_anew()"), brokenBy(ShowsNoChange.class));
    }

    /** A kubelet in a few lines; each keeper makes one mistake with it. */
    abstract static class Keeper implements DeviceDeskContract, DeviceDesk {
        final TreeMap<DeviceResource, List<Device>> counted = new TreeMap<>();
        final List<DeviceHolder> holders = new ArrayList<>();
        boolean away;
        boolean silent;
        int introductions;

        @Override
        public DeviceDesk desk() {
            return this;
        }

        @Override
        public void stopKubelet() {
            away = true;
            counted.clear();
        }

        @Override
        public void startKubelet() {
            away = false;
        }

        @Override
        public int introductions() {
            return introductions;
        }

        @Override
        public boolean comesToCount(DeviceResource resource, List<Device> devices) {
            return devices.equals(counted.get(resource));
        }

        @Override
        public void give(PodRef pod, DeviceResource resource, List<String> devices) {
            holders.addFirst(new DeviceHolder(pod, resource, devices));
        }

        @Override
        public void holdBack() {
            silent = true;
        }

        boolean isKnown(DeviceResource resource) {
            return counted.containsKey(resource);
        }

        @Override
        public OfferOutcome offer(DeviceOffer offer) {
            if (away) {
                return new OfferOutcome.NobodyThere("no kubelet");
            }
            introductions += isKnown(offer.resource()) ? 0 : 1;
            counted.put(offer.resource(), offer.devices());
            return new OfferOutcome.Counted();
        }

        @Override
        public DeviceCensus holders() {
            return silent ? new DeviceCensus.Unreadable("no answer") : new DeviceCensus.Complete(holders);
        }
    }

    static final class Honest extends Keeper {}

    static final class SpeaksOnce extends Keeper {
        private final Set<DeviceResource> spoken = EnumSet.noneOf(DeviceResource.class);

        @Override
        public OfferOutcome offer(DeviceOffer offer) {
            if (away) {
                return super.offer(offer);
            }
            return spoken.add(offer.resource()) || isKnown(offer.resource())
                    ? super.offer(offer)
                    : new OfferOutcome.Counted();
        }
    }

    static final class SpeaksAlways extends Keeper {
        @Override
        boolean isKnown(DeviceResource resource) {
            return false;
        }
    }

    static final class TakesSilenceForNobody extends Keeper {
        @Override
        public DeviceCensus holders() {
            return super.holders() instanceof DeviceCensus.Complete all ? all : new DeviceCensus.Complete(List.of());
        }
    }

    static final class ShowsNoChange extends Keeper {
        @Override
        public OfferOutcome offer(DeviceOffer offer) {
            return isKnown(offer.resource()) ? new OfferOutcome.Counted() : super.offer(offer);
        }
    }
}
