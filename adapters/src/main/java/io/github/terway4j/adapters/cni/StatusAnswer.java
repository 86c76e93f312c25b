package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to STATUS. Where something is kept for pods, it is listed under {@code reservations}, ready or not: runtimes
 * pass over it, and people see where an address has gone.
 */
final class StatusAnswer {
    private StatusAnswer() {}

    static CniReply to(CniCall.Status call, ReportStatus node) {
        var object = new LinkedHashMap<String, Object>();
        var exitStatus = switch (node.status()) {
            case NodeStatus.Ready() -> {
                object.put("cniVersion", call.version().text());
                yield 0;
            }
            case NodeStatus.NotReady(var why) -> {
                object.putAll(CniError.notAvailable(why.words()).in(call.version()));
                yield 1;
            }
        };
        var reservations = node.reservations();
        if (!reservations.isEmpty()) {
            object.put("reservations", listed(reservations));
        }
        return CniReply.of(exitStatus, object);
    }

    private static List<Map<String, Object>> listed(List<Reservation> reservations) {
        return reservations.stream().map(StatusAnswer::listed).toList();
    }

    private static Map<String, Object> listed(Reservation reservation) {
        var object = new LinkedHashMap<String, Object>();
        object.put("pod", reservation.owner().toString());
        object.put("interface", reservation.interfaceName().text());
        object.put("eni", reservation.eni().text());
        object.put("ips", reservation.addresses().map(Ip::toString).all());
        object.put("until", reservation.until().toString());
        object.put("why", reservation.why());
        return object;
    }
}
