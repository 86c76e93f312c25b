package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignIpv6AddressesResponse;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesRequest;
import com.aliyuncs.ecs.model.v20140526.UnassignPrivateIpAddressesResponse;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import java.util.List;

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
        var ipv4 = there(addresses, IpFamily.V4);
        var ipv6 = there(addresses, IpFamily.V6);
        var first = ipv4.isEmpty() ? done() : ipv4(ipv4);
        if (ipv6.isEmpty()) {
            return first;
        }
        return first.then(_ -> ipv4.isEmpty() ? ipv6(ipv6) : second(ipv6(ipv6)));
    }

    /** After the first call something has changed, whatever becomes of the second. */
    private static CloudOutcome<Nothing> second(CloudOutcome<Nothing> outcome) {
        return outcome instanceof CloudOutcome.Done<Nothing>
                ? outcome
                : new CloudOutcome.Unknown<>("the IPv4 addresses are gone; of the others: " + outcome.words());
    }

    private List<String> there(List<Ip> addresses, IpFamily family) {
        return addresses.stream()
                .distinct()
                .filter(ip -> ip.family() == family && eni.addresses().contains(ip))
                .map(Ip::toString)
                .toList();
    }

    private CloudOutcome<Nothing> ipv4(List<String> addresses) {
        var request = new UnassignPrivateIpAddressesRequest();
        request.setNetworkInterfaceId(eni.id().text());
        request.setPrivateIpAddresss(addresses);
        return api.send(request, UnassignPrivateIpAddressesResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    private CloudOutcome<Nothing> ipv6(List<String> addresses) {
        var request = new UnassignIpv6AddressesRequest();
        request.setNetworkInterfaceId(eni.id().text());
        request.setIpv6Addresss(addresses);
        return api.send(request, UnassignIpv6AddressesResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    private static CloudOutcome<Nothing> done() {
        return new CloudOutcome.Done<>(Nothing.NOTHING);
    }
}
