package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.CloudVpc;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.EniEdit;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import io.github.terway4j.simulator.cloud.estate.VSwitchRecord;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.Quirks;
import io.github.terway4j.simulator.throttle.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One account's region of the cloud. Each operation first brings the model up to the clock's now, then is refused or
 * takes effect as a whole. Any thread may call; what exists to begin with is put there by {@link #site}.
 *
 * <p>Nothing happens by itself between calls: who wants listeners to hear in time calls {@link #settle} now and then,
 * or at {@link #nextChange}.
 */
public final class SimulatedCloud {
    /** Chosen: the real quota was 100 once, is larger today, and differs from account to account. */
    private static final int ACCOUNT_QUOTA = 50_000;

    private final Turns turns;
    private final Quirks quirks;
    private final Throttle throttle;
    private final Notices notices = new Notices();
    private final Reflection reflection = new Reflection();
    private final Estate estate = new Estate(reflection::changed);
    private final EniRules rules;
    private final EniLifecycle lifecycle;
    private final EniDesk enis;
    private final AttachDesk attachments;
    private final AddressDesk addresses;
    private final RouteDesk routeDesk;
    private final Machines machines;
    private final FreeCounts freeCounts = new FreeCounts();
    private final Devices devices;
    private final Others others;
    private final CloudSite site;

    /** The same seed and the same calls at the same times give the same ids, addresses and lengths. */
    public SimulatedCloud(long seed, InstantSource clock, EniTemper temper) {
        var chance = new SplittableRandom(seed);
        var mint = new IdMint(chance.split());
        var agenda = new Agenda();
        this.quirks = new Quirks(seed, clock);
        this.throttle = new Throttle(clock);
        this.devices = new Devices(estate, notices, agenda, quirks);
        var moves = new EniMoves(estate, devices);
        var groups = new GroupRules(estate, quirks);
        var exhaustion = new Exhaustion(quirks);
        this.rules = new EniRules(estate, groups, exhaustion, ACCOUNT_QUOTA);
        this.lifecycle = new EniLifecycle(agenda, temper, quirks, chance.split(), moves::end);
        this.enis = new EniDesk(estate, rules, lifecycle, mint);
        this.attachments = new AttachDesk(estate, new AttachRules(estate), lifecycle, moves);
        this.addresses = new AddressDesk(estate, groups, exhaustion, devices);
        this.routeDesk = new RouteDesk(estate, chance.split());
        this.turns = new Turns(clock, agenda, routeDesk, this::remember, notices);
        var instances = new InstanceDesk(
                estate, new InstanceRules(estate, groups, routeDesk), enis, moves, lifecycle, agenda, mint);
        this.machines = new Machines(turns, estate, instances);
        this.others = new Others(estate, enis, attachments, instances, agenda);
        this.site = new CloudSite(turns, estate, enis, attachments, instances, routeDesk, mint);
    }

    /** Where VPCs, vSwitches, security groups and instances are put before anybody calls. */
    public CloudSite site() {
        return site;
    }

    /** Where instances are handled as callers may. */
    public Machines machines() {
        return machines;
    }

    /** The routes of its VPCs. */
    public CloudRoutes routes() {
        return new CloudRoutes(turns, routeDesk);
    }

    /** CreateNetworkInterface. */
    public Answer<CloudEni> create(EniOrder order) {
        return turns.answer(now -> enis.create(order, now));
    }

    /** The same, and nothing twice. */
    public Answer<CloudEni> create(EniOrder order, ClientToken token) {
        return turns.once(token, order, now -> enis.create(order, now));
    }

    /** ModifyNetworkInterfaceAttribute. */
    public Answer<Nothing> modify(EniId eni, List<EniEdit> edits) {
        return turns.done(now -> enis.modify(eni, edits));
    }

    /** AttachNetworkInterface, to the instance itself. */
    public Answer<Nothing> attach(EniId eni, InstanceId instance) {
        return attach(AttachOrder.to(instance, eni));
    }

    /** AttachNetworkInterface. */
    public Answer<Nothing> attach(AttachOrder order) {
        return turns.done(now -> attachments.attach(order, now));
    }

    /** DetachNetworkInterface, wherever on the instance it is. */
    public Answer<Nothing> detach(EniId eni, InstanceId instance) {
        return detach(new DetachOrder(eni, instance, Optional.empty()));
    }

    /** DetachNetworkInterface. */
    public Answer<Nothing> detach(DetachOrder order) {
        return turns.done(now -> attachments.detach(order, now));
    }

    /** DeleteNetworkInterface. */
    public Answer<Nothing> delete(EniId eni) {
        return turns.done(now -> enis.delete(eni, now));
    }

    /** AssignPrivateIpAddresses, AssignIpv6Addresses. */
    public Answer<Grant> assign(Assignment assignment) {
        return turns.answer(now -> addresses.assign(assignment));
    }

    /** The same, and nothing twice. */
    public Answer<Grant> assign(Assignment assignment, ClientToken token) {
        return turns.once(token, assignment, now -> addresses.assign(assignment));
    }

    /** UnassignPrivateIpAddresses, UnassignIpv6Addresses: refused if one of them is not there to be taken. */
    public Answer<Nothing> unassign(Withdrawal gone) {
        return turns.done(now -> addresses.unassign(gone));
    }

    public Answer<Nothing> unassign(EniId eni, List<Ip> gone) {
        return unassign(Withdrawal.of(eni, gone));
    }

    /** DescribeNetworkInterfaces: the ENIs that every filter admits, in the order of their ids, as they are shown. */
    public List<CloudEni> describeEnis(List<EniFilter> filters) {
        return turns.take(now -> {
            var shown = quirks.strike(Quirk.DescriptionLags.class)
                    .map(lags -> reflection.past(lags.by(), now))
                    .orElse(estate.enis());
            return quirks.strikes(Quirk.PrimaryShownAsSecondary.class)
                    ? withoutPrimary(shown.find(List.of()), filters)
                    : shown.find(filters);
        });
    }

    private static List<CloudEni> withoutPrimary(List<CloudEni> enis, List<EniFilter> filters) {
        return enis.stream()
                .map(eni -> eni.eni().kind() == EniKind.PRIMARY ? eni.with(EniKind.SECONDARY) : eni)
                .filter(eni -> filters.stream().allMatch(filter -> filter.admits(eni)))
                .toList();
    }

    /** Every ENI, as it is shown. */
    public List<CloudEni> describeEnis() {
        return describeEnis(List.of());
    }

    /** Every ENI, in the order of their ids, as they are. */
    public List<CloudEni> enis() {
        return turns.take(now -> List.copyOf(estate.enis().all()));
    }

    /** As it is. */
    public Optional<CloudEni> eni(EniId id) {
        return turns.take(now -> estate.enis().find(id));
    }

    /** Every vSwitch, in the order of their ids. */
    public List<VSwitch> vSwitches() {
        return describeVSwitches().stream().map(CloudVSwitch::vSwitch).toList();
    }

    /** Every vSwitch, in the order of their ids (DescribeVSwitches). */
    public List<CloudVSwitch> describeVSwitches() {
        return turns.take(now -> {
            var lags = quirks.strike(Quirk.FreeCountLags.class);
            return vSwitchesAsTheyAre().stream()
                    .map(present -> lags.map(lag -> freeCounts.past(present, lag.by(), now))
                            .orElse(present))
                    .toList();
        });
    }

    private List<CloudVSwitch> vSwitchesAsTheyAre() {
        return estate.vSwitches.values().stream()
                .map(VSwitchRecord::description)
                .toList();
    }

    /** Of a vSwitch that there is. */
    public VpcId vpcOf(VSwitchId vSwitch) {
        return turns.take(now -> estate.vSwitch(vSwitch).vpc());
    }

    /** Every security group, in the order of their ids (DescribeSecurityGroups). */
    public List<SecurityGroup> describeSecurityGroups() {
        return turns.take(now -> List.copyOf(estate.securityGroups.values()));
    }

    /** How many private IPv4 addresses the group's ENIs have together; a prefix counts as one. */
    public int addressesIn(SecurityGroupId group) {
        return turns.take(now -> estate.addressesIn(group));
    }

    /** How many ENIs count against the account's quota. */
    public int accountUse() {
        return turns.take(now -> estate.secondaryEnis());
    }

    /** Every VPC, in the order of their ids (DescribeVpcs). */
    public List<CloudVpc> describeVpcs() {
        return turns.take(now -> List.copyOf(estate.vpcs.values()));
    }

    public List<Instance> instances() {
        return machines.describe(List.of());
    }

    public Optional<Instance> instance(InstanceId id) {
        return machines.find(id);
    }

    /** The blocks of a VPC. */
    public Optional<DualStack<Cidr>> blocksOf(VpcId vpc) {
        return turns.take(now -> Optional.ofNullable(estate.vpcs.get(vpc)).map(CloudVpc::cidrs));
    }

    /** Lets everything happen whose time has come. */
    public void settle() {
        turns.change(now -> {});
    }

    /** For whoever brings calls to it: this one arrives so much later, when its caller has long gone. */
    public void later(Duration by, Runnable call) {
        turns.later(by, call);
    }

    /** When the next thing happens by itself, if anything is under way. */
    public Optional<Instant> nextChange() {
        return turns.nextChange();
    }

    /** From now on the listener is told all, and first of all of every ENI in use. */
    public void listen(CloudListener listener) {
        turns.change(now -> notices.add(
                listener, estate.enis().all().stream().filter(devices::isThere).toList()));
    }

    /** From now on the cloud has these quirks and no others; the plan begins now. */
    public void follow(QuirkPlan plan) {
        turns.change(now -> {
            quirks.follow(plan);
            reflection.remember(plan, estate.enis());
            freeCounts.remember(plan);
            others.follow(quirks.others());
        });
    }

    /** For whoever plays another part of the same cloud, and for whoever brings calls to it: they ask what befalls them. */
    public Quirks quirks() {
        return quirks;
    }

    /** For whoever brings calls to it: how often that may be. */
    public Throttle throttle() {
        return throttle;
    }

    /** For all that begins from now on. */
    public void temper(EniTemper temper) {
        turns.change(now -> lifecycle.temper(temper));
    }

    /** From now on the account may have so many ENIs beside those that instances are born with. */
    public void accountQuota(int most) {
        turns.change(now -> rules.accountQuota(most));
    }

    /** Something may have changed; this is how it is now. */
    private void remember(Instant now) {
        reflection.stamp(now);
        if (freeCounts.areKept()) {
            freeCounts.stamp(now, vSwitchesAsTheyAre());
        }
    }
}
