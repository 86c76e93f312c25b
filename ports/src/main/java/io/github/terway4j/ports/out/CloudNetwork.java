package io.github.terway4j.ports.out;

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
import java.util.List;

/**
 * The cloud's network of one account and region (ECS and VPC OpenAPI). Attaching, detaching and deleting an ENI begin
 * when the call returns and end some seconds later: {@link #enisOf} shows how far they are. Never says again
 * by itself what the cloud may have heard.
 */
public interface CloudNetwork {
    /** The same cloud, whose calls take their turn by this urgency, where turns are taken at all. */
    default CloudNetwork at(Urgency urgency) {
        return this;
    }

    /**
     * Every ENI attached to the instance or on its way in or out, the primary one included, and every ENI made for it
     * by {@link #create} that is attached to nothing; to the last page, in the order of their ids.
     */
    CloudOutcome<List<Eni>> enisOf(InstanceId instance);

    /**
     * Of these at least those that are attached to the instance, or on their way in or out, for as few requests as that
     * takes.
     */
    default CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return enisOf(instance);
    }

    /**
     * Of these at least those that are named, wherever they are on their way, for as few requests as that takes.
     *
     * @param enis no more than {@link #NAMED}
     */
    default CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> enis) {
        return enisOf(instance);
    }

    /** The most ENIs that a request can name (ECS API, DescribeNetworkInterfaces). */
    int NAMED = 100;

    /** Those of these vSwitches that exist, in the order asked for. */
    CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids);

    /** Makes an ENI that carries {@link NewEni#marks}; it is {@code AVAILABLE} when the call returns. */
    CloudOutcome<Eni> create(NewEni wanted, ClientToken token);

    /**
     * Begins to attach an {@code AVAILABLE} ENI of the instance's own zone. Behind a trunk, which must be in use at the
     * instance, it is a member as long as it stays, and carries a tag that no other member there has.
     */
    CloudOutcome<Nothing> attach(EniId eni, Berth berth);

    /** The same, to the instance itself. */
    default CloudOutcome<Nothing> attach(EniId eni, InstanceId instance) {
        return attach(eni, Berth.at(instance));
    }

    /**
     * Begins to detach; asked again while it detaches, it goes on. The primary ENI is refused; so is a trunk while members
     * ride on it.
     */
    CloudOutcome<Nothing> detach(EniId eni, Berth berth);

    /** The same, from the instance itself. */
    default CloudOutcome<Nothing> detach(EniId eni, InstanceId instance) {
        return detach(eni, Berth.at(instance));
    }

    /** Begins to delete an {@code AVAILABLE} ENI with all its addresses. One that is gone is {@code NotFound}. */
    CloudOutcome<Nothing> delete(EniId eni);

    /** Gives the ENI {@code count} more addresses of the family, all or none, and names them. */
    CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token);

    /**
     * Gives the ENI {@code count} blocks of addresses of the family, all or none, and names them. A vSwitch that has no
     * free block is exhausted, though it may well have single addresses.
     */
    CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token);

    /** Takes these blocks from the ENI. Those it no longer has are no error. */
    CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes);

    /** Takes these addresses from the ENI; never its primary one. Those it no longer has are no error. */
    CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses);
}
