package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.Quirks;
import java.time.Instant;
import java.util.TreeMap;

/** What instances notice of their ENIs. A device may come later than the API says that its ENI is in use. */
final class Devices {
    private final TreeMap<EniId, Agenda.Entry> coming = new TreeMap<>();
    private final Estate estate;
    private final Notices notices;
    private final Agenda agenda;
    private final Quirks quirks;

    Devices(Estate estate, Notices notices, Agenda agenda, Quirks quirks) {
        this.estate = estate;
        this.notices = notices;
        this.agenda = agenda;
        this.quirks = quirks;
    }

    /** Its instance knows of it. */
    boolean isThere(CloudEni eni) {
        return eni.status() == EniStatus.IN_USE && !coming.containsKey(eni.id());
    }

    /** The ENI is in use. */
    void arrive(CloudEni eni, Instant now) {
        quirks.strike(Quirk.DeviceLate.class)
                .ifPresentOrElse(
                        late -> coming.put(eni.id(), agenda.at(now.plus(late.by()), _ -> come(eni.id()))),
                        () -> come(eni.id()));
    }

    private void come(EniId id) {
        coming.remove(id);
        var eni = estate.eni(id);
        eni.instance().ifPresent(instance -> notices.tell(listener -> listener.eniAttached(instance, eni.eni())));
    }

    /** The ENI, which was in use, is attached to nothing now. A device that never came does not go either. */
    void leave(CloudEni before, CloudEni now) {
        var never = coming.remove(before.id());
        if (never != null) {
            agenda.strikeOff(never);
        } else {
            before.instance()
                    .ifPresent(instance -> notices.tell(listener -> listener.eniDetached(instance, now.eni())));
        }
    }

    /** The ENI has other addresses than before. */
    void readdress(CloudEni eni) {
        if (isThere(eni)) {
            eni.instance()
                    .ifPresent(instance -> notices.tell(listener -> listener.addressesChanged(instance, eni.eni())));
        }
    }
}
