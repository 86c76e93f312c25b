package io.github.terway4j.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.adapters.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
    @Test
    void a_node_that_could_serve_a_pod_and_keeps_nothing_is_ready() {
        assertEquals(List.of("ready"), StatusCommand.words(0, Json.readObject("{\"cniVersion\":\"1.1.0\"}")));
    }

    @Test
    void what_is_kept_is_told_in_a_line_each_and_why_the_node_is_not_ready() {
        assertEquals(
                List.of(
                        "not ready: this node cannot take another pod now: no address is left",
                        "default/db-0 keeps [10.0.1.20] of eni-1 until 2026-03-04T05:06:07Z: it is a pod of a"
                                + " statefulset"),
                StatusCommand.words(1, Json.readObject("""
                                {"cniVersion":"1.1.0","code":50,"msg":"this node cannot take another pod now",
                                 "details":"no address is left",
                                 "reservations":[{"pod":"default/db-0","interface":"eth0","eni":"eni-1",
                                  "ips":["10.0.1.20"],"until":"2026-03-04T05:06:07Z",
                                  "why":"it is a pod of a statefulset"}]}
                                """)));
    }
}
