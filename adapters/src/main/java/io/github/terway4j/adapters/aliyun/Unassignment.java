package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.AcsResponse;
import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesResponse;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesResponse;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes addresses from an ENI: those of each family by its own call. */
final class Unassignment {
    /** Said of the whole call where one of the addresses is not the ENI's (ECS API, UnassignPrivateIpAddresses). */
    private static final String UNASSIGNED = "InvalidIp.IpUnassigned";

    private final AliyunApi api;
    private final Urgency urgency;
    private final EniId eni;

    Unassignment(AliyunApi api, Urgency urgency, EniId eni) {
        this.api = api;
        this.urgency = urgency;
        this.eni = eni;
    }

    CloudOutcome<Nothing> of(List<Ip> addresses) {
        return both(
                addresses,
                Ip::family,
                Eni::addresses,
                (request, names) -> request.setPrivateIpAddresss(names),
                (request, names) -> request.setIpv6Addresss(names));
    }

    CloudOutcome<Nothing> ofPrefixes(List<IpPrefix> prefixes) {
        return both(
                prefixes,
                IpPrefix::family,
                Eni::prefixes,
                (request, names) -> request.setIpv4Prefixs(names),
                (request, names) -> request.setIpv6Prefixs(names));
    }

    private <T> CloudOutcome<Nothing> both(
            List<T> wanted,
            Function<T, IpFamily> family,
            Function<Eni, List<T>> has,
            BiConsumer<UnassignPrivateIpAddressesRequest, List<String>> whatOfIpv4,
            BiConsumer<UnassignIpv6AddressesRequest, List<String>> whatOfIpv6) {
        var ipv4 = wanted.stream()
                .distinct()
                .filter(one -> family.apply(one) == IpFamily.V4)
                .toList();
        var ipv6 = wanted.stream()
                .distinct()
                .filter(one -> family.apply(one) == IpFamily.V6)
                .toList();
        var first = taking(has, names -> ipv4(whatOfIpv4, names)).of(ipv4);
        return first.then(_ -> {
            var outcome = taking(has, names -> ipv6(whatOfIpv6, names)).of(ipv6);
            return ipv4.isEmpty() ? outcome : Taking.afterAChange(outcome);
        });
    }

    private <T> Taking<T> taking(Function<Eni, List<T>> has, Function<List<String>, CloudOutcome<Boolean>> call) {
        return new Taking<>(
                wanted -> call.apply(wanted.stream().map(Object::toString).toList()),
                () -> new EniDescriptions(api, urgency).one(eni),
                has);
    }

    private CloudOutcome<Boolean> ipv4(
            BiConsumer<UnassignPrivateIpAddressesRequest, List<String>> what, List<String> names) {
        var request = new UnassignPrivateIpAddressesRequest();
        request.setNetworkInterfaceId(eni.text());
        what.accept(request, names);
        return taken(request, UnassignPrivateIpAddressesResponse::getRequestId);
    }

    private CloudOutcome<Boolean> ipv6(
            BiConsumer<UnassignIpv6AddressesRequest, List<String>> what, List<String> names) {
        var request = new UnassignIpv6AddressesRequest();
        request.setNetworkInterfaceId(eni.text());
        what.accept(request, names);
        return taken(request, UnassignIpv6AddressesResponse::getRequestId);
    }

    private <A extends AcsResponse> CloudOutcome<Boolean> taken(
            RpcAcsRequest<A> request, Function<A, @Nullable String> requestId) {
        return api.sendUnlessRefusedBy(UNASSIGNED, request, requestId, urgency)
                .then(answer -> new CloudOutcome.Done<>(answer.isPresent()));
    }
}
