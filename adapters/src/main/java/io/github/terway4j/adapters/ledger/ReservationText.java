package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reservations as one JSON text that names its version: {@code {"v":1,"reservations":[…]}}. People may read it, too. */
final class ReservationText {
    private static final long VERSION = 1;

    private ReservationText() {}

    static String write(List<Reservation> reservations) {
        var file = new LinkedHashMap<String, Object>();
        file.put("v", VERSION);
        file.put(
                "reservations",
                reservations.stream().map(ReservationText::fields).toList());
        return Json.writePretty(file) + "\n";
    }

    /**
     * @throws IllegalArgumentException if it is of another version, or something is missing in it
     * @throws java.time.DateTimeException if an end is no time
     * @throws io.github.terway4j.adapters.json.JsonException if it is no JSON
     */
    static List<Reservation> read(String text) {
        var file = new Fields(Json.readObject(text));
        file.mustBeOf(VERSION);
        return file.list("reservations").stream()
                .map(ReservationText::reservation)
                .toList();
    }

    private static Map<String, Object> fields(Reservation reservation) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("namespace", reservation.owner().namespace());
        fields.put("pod", reservation.owner().name());
        fields.put("interface", reservation.interfaceName().text());
        fields.put("eni", reservation.eni().text());
        fields.put("ips", reservation.addresses().map(Ip::toString).all());
        fields.put("until", reservation.until().toString());
        fields.put("why", reservation.why());
        return fields;
    }

    private static Reservation reservation(Object value) {
        if (value instanceof Map<?, ?> one) {
            var fields = new Fields(one);
            return new Reservation(
                    new PodRef(fields.text("namespace"), fields.text("pod")),
                    new LinkName(fields.text("interface")),
                    new EniId(fields.text("eni")),
                    fields.addresses(),
                    fields.instant("until"),
                    fields.text("why"));
        }
        throw new IllegalArgumentException("%s is no reservation".formatted(value));
    }
}
