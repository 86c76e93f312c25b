package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesResponse;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesResponse.NetworkInterfaceSet;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the cloud says of ENIs, to the last page or not at all. */
final class EniDescriptions {
    /** The most that the API allows (ECS API, DescribeNetworkInterfaces). */
    private static final int PAGE = 500;

    private static final Pages<DescribeNetworkInterfacesResponse, NetworkInterfaceSet> PAGES = new Pages<>(
            DescribeNetworkInterfacesResponse::getNetworkInterfaceSets,
            DescribeNetworkInterfacesResponse::getNextToken);

    private final AliyunApi api;
    private final Urgency urgency;

    EniDescriptions(AliyunApi api, Urgency urgency) {
        this.api = api;
        this.urgency = urgency;
    }

    /**
     * Asked for twice: one that is attached to nothing is known by its mark alone, and one that somebody else has made
     * and attached by its instance alone. Of one that was on its way in between, the later word counts.
     */
    CloudOutcome<List<Eni>> of(InstanceId instance) {
        return all(query -> query.setInstanceId(instance.text()))
                .then(attached -> begun().all(query -> query.setTags(List.of(mark(instance))))
                        .then(marked -> AliyunApi.read(marked, _ -> merged(instance, attached, marked))));
    }

    /** Asked for once. */
    CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return all(query -> query.setInstanceId(instance.text()))
                .then(attached -> AliyunApi.read(attached, _ -> merged(instance, attached, List.of())));
    }

    /** Asked for once, by their ids. */
    CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> enis) {
        return all(query -> query.setNetworkInterfaceIds(
                        enis.stream().map(EniId::text).toList()))
                .then(named -> AliyunApi.read(named, _ -> merged(instance, List.of(), named)));
    }

    /** One ENI, wherever it is, if the cloud shows it: a description may lag behind, so that none is not yet gone. */
    CloudOutcome<Optional<Eni>> one(EniId id) {
        return all(query -> query.setNetworkInterfaceIds(List.of(id.text())))
                .then(found -> AliyunApi.read(found, told -> enis(told).stream().findFirst()));
    }

    /**
     * Of the ENI that the instance has by this MAC, if the cloud lists it. Its type is not asked: on some instances the
     * primary ENI is called a secondary one.
     */
    CloudOutcome<Optional<List<SecurityGroupId>>> securityGroups(InstanceId instance, Mac mac) {
        return all(query -> query.setInstanceId(instance.text()))
                .then(found -> AliyunApi.read(
                        found,
                        told -> told.stream()
                                .filter(one ->
                                        mac.equals(Mac.parse(EniReading.required("MacAddress", one.getMacAddress()))))
                                .findFirst()
                                .map(one -> one.getSecurityGroupIds().stream()
                                        .map(SecurityGroupId::new)
                                        .toList())));
    }

    /** Those of the second list that are attached to somebody else are not ours, whatever they were made for. */
    private static List<Eni> merged(
            InstanceId instance, List<NetworkInterfaceSet> attached, List<NetworkInterfaceSet> marked) {
        Predicate<NetworkInterfaceSet> elsewhere = told -> EniReading.instance(told)
                .filter(id -> !id.equals(instance.text()))
                .isPresent();
        var known = new TreeMap<EniId, Eni>();
        enis(attached).forEach(eni -> known.put(eni.id(), eni));
        enis(marked.stream().filter(elsewhere).toList()).forEach(eni -> known.remove(eni.id()));
        enis(marked.stream().filter(elsewhere.negate()).toList()).forEach(eni -> known.put(eni.id(), eni));
        return List.copyOf(known.values());
    }

    private static List<Eni> enis(List<NetworkInterfaceSet> told) {
        return told.stream()
                .filter(one -> !EniReading.isGone(one))
                .map(EniReading::eni)
                .toList();
    }

    private CloudOutcome<List<NetworkInterfaceSet>> all(Consumer<DescribeNetworkInterfacesRequest> which) {
        return PAGES.all(token -> {
            var query = new DescribeNetworkInterfacesRequest();
            which.accept(query);
            query.setMaxResults(PAGE);
            token.ifPresent(query::setNextToken);
            var turn = token.isPresent() ? begun().urgency : urgency;
            return api.send(query, DescribeNetworkInterfacesResponse::getRequestId, turn);
        });
    }

    /**
     * What remains of a description waits for its turn, whoever it is for: put off, it would begin anew, and where turns
     * are rare never come to its end.
     */
    private EniDescriptions begun() {
        return new EniDescriptions(api, Urgency.WAITING_POD);
    }

    private static DescribeNetworkInterfacesRequest.Tag mark(InstanceId instance) {
        var tag = new DescribeNetworkInterfacesRequest.Tag();
        tag.setKey(Marks.MADE_FOR);
        tag.setValue(instance.text());
        return tag;
    }
}
