package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesResponse;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesResponse;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes addresses from an ENI. The cloud refuses the whole call for one address that is gone, so only those are named
 * that the ENI still has.
 */
final class Unassignment {
    private final AliyunApi api;
    private final Urgency urgency;
    private final Eni eni;

    Unassignment(AliyunApi api, Urgency urgency, Eni eni) {
        this.api = api;
        this.urgency = urgency;
        this.eni = eni;
    }

    CloudOutcome<Nothing> of(List<Ip> addresses) {
        return both(
                there(addresses, eni.addresses(), Ip::family),
                (request, names) -> request.setPrivateIpAddresss(names),
                (request, names) -> request.setIpv6Addresss(names));
    }

    CloudOutcome<Nothing> ofPrefixes(List<IpPrefix> prefixes) {
        return both(
                there(prefixes, eni.prefixes(), IpPrefix::family),
                (request, names) -> request.setIpv4Prefixs(names),
                (request, names) -> request.setIpv6Prefixs(names));
    }

    private CloudOutcome<Nothing> both(
            Map<IpFamily, List<String>> names,
            BiConsumer<UnassignPrivateIpAddressesRequest, List<String>> whatOfIpv4,
            BiConsumer<UnassignIpv6AddressesRequest, List<String>> whatOfIpv6) {
        var ipv4 = names.getOrDefault(IpFamily.V4, List.of());
        var ipv6 = names.getOrDefault(IpFamily.V6, List.of());
        var first = ipv4.isEmpty() ? done() : ipv4(request -> whatOfIpv4.accept(request, ipv4));
        if (ipv6.isEmpty()) {
            return first;
        }
        return first.then(_ -> {
            var outcome = ipv6(request -> whatOfIpv6.accept(request, ipv6));
            return ipv4.isEmpty() ? outcome : second(outcome);
        });
    }

    /** After the first call something has changed, whatever becomes of the second. */
    private static CloudOutcome<Nothing> second(CloudOutcome<Nothing> outcome) {
        return outcome instanceof CloudOutcome.Done<Nothing>
                ? outcome
                : new CloudOutcome.Unknown<>("the IPv4 addresses are gone; of the others: " + outcome.words());
    }

    private static <T> Map<IpFamily, List<String>> there(List<T> wanted, List<T> has, Function<T, IpFamily> family) {
        return wanted.stream()
                .distinct()
                .filter(has::contains)
                .collect(Collectors.groupingBy(
                        family,
                        () -> new EnumMap<>(IpFamily.class),
                        Collectors.mapping(Object::toString, Collectors.toList())));
    }

    private CloudOutcome<Nothing> ipv4(Consumer<UnassignPrivateIpAddressesRequest> what) {
        var request = new UnassignPrivateIpAddressesRequest();
        request.setNetworkInterfaceId(eni.id().text());
        what.accept(request);
        return api.send(request, UnassignPrivateIpAddressesResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    private CloudOutcome<Nothing> ipv6(Consumer<UnassignIpv6AddressesRequest> what) {
        var request = new UnassignIpv6AddressesRequest();
        request.setNetworkInterfaceId(eni.id().text());
        what.accept(request);
        return api.send(request, UnassignIpv6AddressesResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    private static CloudOutcome<Nothing> done() {
        return new CloudOutcome.Done<>(Nothing.NOTHING);
    }
}
