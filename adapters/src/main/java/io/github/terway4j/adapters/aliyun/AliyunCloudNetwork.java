package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.AssignIpv6AddressesRequest;
import com.aliyuncs.ecs.model.v20140526.AssignIpv6AddressesResponse;
import com.aliyuncs.ecs.model.v20140526.AssignPrivateIpAddressesRequest;
import com.aliyuncs.ecs.model.v20140526.AssignPrivateIpAddressesResponse;
import com.aliyuncs.ecs.model.v20140526.AssignPrivateIpAddressesResponse.AssignedPrivateIpAddressesSet;
import com.aliyuncs.ecs.model.v20140526.AttachNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.AttachNetworkInterfaceResponse;
import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceResponse;
import com.aliyuncs.ecs.model.v20140526.DeleteNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.DeleteNetworkInterfaceResponse;
import com.aliyuncs.ecs.model.v20140526.DetachNetworkInterfaceRequest;
import com.aliyuncs.ecs.model.v20140526.DetachNetworkInterfaceResponse;
import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** ENIs, their addresses and vSwitches by the ECS and VPC OpenAPI. */
public final class AliyunCloudNetwork implements CloudNetwork {
    private final AliyunApi api;
    private final EniOrders orders;
    private final Urgency urgency;

    /** @param resourceGroup that new ENIs belong to; else the account's default */
    public AliyunCloudNetwork(AliyunApi api, Optional<String> resourceGroup) {
        this(api, new EniOrders(resourceGroup), Urgency.WARM_UP);
    }

    private AliyunCloudNetwork(AliyunApi api, EniOrders orders, Urgency urgency) {
        this.api = api;
        this.orders = orders;
        this.urgency = urgency;
    }

    @Override
    public CloudNetwork at(Urgency other) {
        return new AliyunCloudNetwork(api, orders, other);
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return descriptions().of(instance);
    }

    @Override
    public CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return descriptions().attachedTo(instance);
    }

    @Override
    public CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> enis) {
        return descriptions().named(instance, enis);
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return new VSwitchDescriptions(api, urgency).of(ids);
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        return api.send(
                        orders.request(wanted, token),
                        CreateNetworkInterfaceResponse::getRequestId,
                        urgency,
                        () -> Optional.of(wanted.vSwitch()))
                .then(answer -> AliyunApi.read(answer, told -> ordered(EniReading.eni(told), wanted)));
    }

    /** The answer does not say how it carries traffic. */
    private static Eni ordered(Eni made, NewEni wanted) {
        return made.with(made.traits().with(wanted.use().traffic()));
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        var request = new AttachNetworkInterfaceRequest();
        request.setNetworkInterfaceId(eni.text());
        request.setInstanceId(berth.instance().text());
        berth.trunk().map(EniId::text).ifPresent(request::setTrunkNetworkInstanceId);
        return api.send(request, AttachNetworkInterfaceResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        var request = new DetachNetworkInterfaceRequest();
        request.setNetworkInterfaceId(eni.text());
        request.setInstanceId(berth.instance().text());
        berth.trunk().map(EniId::text).ifPresent(request::setTrunkNetworkInstanceId);
        return api.send(request, DetachNetworkInterfaceResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        var request = new DeleteNetworkInterfaceRequest();
        request.setNetworkInterfaceId(eni.text());
        return api.send(request, DeleteNetworkInterfaceResponse::getRequestId, urgency)
                .then(_ -> done());
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return switch (family) {
            case V4 ->
                assign(eni, token, request -> request.setSecondaryPrivateIpAddressCount(count))
                        .then(given -> named(given.getPrivateIpSet(), Ip::parse));
            case V6 ->
                assignIpv6(eni, token, request -> request.setIpv6AddressCount(count))
                        .then(given -> named(given.getIpv6Sets(), Ip::parse));
        };
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return switch (family) {
            case V4 ->
                assign(eni, token, request -> request.setIpv4PrefixCount(count))
                        .then(given -> named(given.getIpv4PrefixSet(), IpPrefix::parse));
            case V6 ->
                assignIpv6(eni, token, request -> request.setIpv6PrefixCount(count))
                        .then(given -> named(given.getIpv6PrefixSets(), IpPrefix::parse));
        };
    }

    private CloudOutcome<AssignedPrivateIpAddressesSet> assign(
            EniId eni, ClientToken token, Consumer<AssignPrivateIpAddressesRequest> what) {
        var request = new AssignPrivateIpAddressesRequest();
        request.setNetworkInterfaceId(eni.text());
        request.setClientToken(token.text());
        what.accept(request);
        return api.send(request, AssignPrivateIpAddressesResponse::getRequestId, urgency, () -> vSwitchOf(eni))
                .then(answer -> new CloudOutcome.Done<>(answer.getAssignedPrivateIpAddressesSet()));
    }

    private CloudOutcome<AssignIpv6AddressesResponse> assignIpv6(
            EniId eni, ClientToken token, Consumer<AssignIpv6AddressesRequest> what) {
        var request = new AssignIpv6AddressesRequest();
        request.setNetworkInterfaceId(eni.text());
        request.setClientToken(token.text());
        what.accept(request);
        return api.send(request, AssignIpv6AddressesResponse::getRequestId, urgency, () -> vSwitchOf(eni));
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return new Unassignment(api, urgency, eni).of(addresses);
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return new Unassignment(api, urgency, eni).ofPrefixes(prefixes);
    }

    private static <T> CloudOutcome<List<T>> named(List<String> told, Function<String, T> reading) {
        return AliyunApi.read(told, texts -> texts.stream().map(reading).toList());
    }

    /** The refusal itself does not say. */
    private Optional<VSwitchId> vSwitchOf(EniId eni) {
        return descriptions().one(eni) instanceof CloudOutcome.Done<Optional<Eni>>(var found)
                ? found.map(Eni::vSwitch)
                : Optional.empty();
    }

    private EniDescriptions descriptions() {
        return new EniDescriptions(api, urgency);
    }

    private static CloudOutcome<Nothing> done() {
        return new CloudOutcome.Done<>(Nothing.NOTHING);
    }
}
