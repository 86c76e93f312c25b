package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;
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
        var file = Json.readObject(text);
        if (!Long.valueOf(VERSION).equals(file.get("v")) || !(file.get("reservations") instanceof List<?> all)) {
            throw new IllegalArgumentException("it is of version %s, and only version %d is known"
                    .formatted(String.valueOf(file.get("v")), VERSION));
        }
        return all.stream().map(ReservationText::reservation).toList();
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
        if (value instanceof Map<?, ?> fields && fields.get("ips") instanceof List<?> ips) {
            return new Reservation(
                    new PodRef(text(fields, "namespace"), text(fields, "pod")),
                    new LinkName(text(fields, "interface")),
                    new EniId(text(fields, "eni")),
                    DualStack.ofIps(
                            ips.stream().map(ip -> Ip.parse(ip.toString())).toList()),
                    Instant.parse(text(fields, "until")),
                    text(fields, "why"));
        }
        throw new IllegalArgumentException("%s is no reservation".formatted(value));
    }

    private static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"%s\" is not a text".formatted(name));
    }
}
