package io.github.terway4j.app.stage;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Map;

/** A sandbox and what ADD said that it has: the addresses are those of the result's {@code ips}. */
public record Placed(Sandbox sandbox, CniAnswer answer, DualStack<Ip> addresses) {
    public static Placed of(Sandbox sandbox, CniAnswer answer) {
        return new Placed(sandbox, answer, DualStack.ofIps(ips(answer.object())));
    }

    public Ip address(IpFamily family) {
        return addresses()
                .get(family)
                .orElseThrow(() -> new IllegalStateException(sandbox.pod() + " has no " + family + " address"));
    }

    public double millis() {
        return answer.took().toNanos() / 1e6;
    }

    private static List<Ip> ips(Map<String, Object> result) {
        return ((List<?>) result.getOrDefault("ips", List.of()))
                .stream()
                        .map(entry -> ((Map<?, ?>) entry).get("address"))
                        .map(address ->
                                InterfaceAddress.parse(String.valueOf(address)).ip())
                        .toList();
    }
}
