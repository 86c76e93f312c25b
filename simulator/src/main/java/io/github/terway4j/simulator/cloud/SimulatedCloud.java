package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.VpcId;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import io.github.terway4j.simulator.cloud.estate.Objection;
import io.github.terway4j.simulator.cloud.estate.VSwitchRecord;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import io.github.terway4j.simulator.quirk.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Quirks quirks;
    private final Estate estate = new Estate();
    private final Notices notices = new Notices();
    private final Reflection reflection = new Reflection();
    private final IdempotencyLog log = new IdempotencyLog();
    private final EniRules rules = new EniRules(estate, ACCOUNT_QUOTA);
    private final EniLifecycle lifecycle;
    private final EniDesk enis;
    private final AddressDesk addresses;
    private final RouteDesk routeDesk;
    private final CloudSite site;

    /** The same seed and the same calls at the same times give the same ids, addresses and lengths. */
    public SimulatedCloud(long seed, InstantSource clock, EniTemper temper) {
        var chance = new SplittableRandom(seed);
        var mint = new IdMint(chance.split());
        this.clock = clock;
        this.quirks = new Quirks(seed, clock);
        this.lifecycle = new EniLifecycle(temper, chance.split());
        this.enis = new EniDesk(estate, rules, lifecycle, mint, notices);
        this.addresses = new AddressDesk(estate, notices);
        this.routeDesk = new RouteDesk(estate, chance.split());
        this.site = new CloudSite(this, estate, enis, routeDesk, mint);
    }

    /** Where VPCs, vSwitches, security groups and instances are made. */
    public CloudSite site() {
        return site;
    }

    /** The routes of its VPCs. */
    public CloudRoutes routes() {
        return new CloudRoutes(this, routeDesk, log);
    }

    /** Makes a secondary ENI (CreateNetworkInterface). */
    public Answer<CloudEni> create(EniOrder order, ClientToken token) {
        return answer(now -> log.once(token, order, now, () -> enis.create(order, now)));
    }

    /** AttachNetworkInterface. */
    public Answer<Nothing> attach(EniId eni, InstanceId instance) {
        return done(now -> enis.attach(eni, instance, now));
    }

    /** DetachNetworkInterface. */
    public Answer<Nothing> detach(EniId eni, InstanceId instance) {
        return done(now -> enis.detach(eni, instance, now));
    }

    /** DeleteNetworkInterface. */
    public Answer<Nothing> delete(EniId eni) {
        return done(now -> enis.delete(eni, now));
    }

    /** AssignPrivateIpAddresses, AssignIpv6Addresses. */
    public Answer<List<Ip>> assign(Assignment assignment, ClientToken token) {
        return answer(now -> log.once(token, assignment, now, () -> addresses.assign(assignment)));
    }

    /** UnassignPrivateIpAddresses, UnassignIpv6Addresses: refused if one of them is not there to be taken. */
    public Answer<Nothing> unassign(EniId eni, List<Ip> gone) {
        return done(now -> addresses.unassign(eni, gone));
    }

    /** Every ENI, in the order of their ids, as DescribeNetworkInterfaces shows them. */
    public List<CloudEni> describeEnis() {
        return locked(now -> reflection.shown(now, estate.enis.values()));
    }

    /** Every ENI, in the order of their ids, as they are. */
    public List<CloudEni> enis() {
        return locked(now -> List.copyOf(estate.enis.values()));
    }

    public Optional<CloudEni> eni(EniId id) {
        return locked(now -> Optional.ofNullable(estate.enis.get(id)));
    }

    /** Every vSwitch, in the order of their ids (DescribeVSwitches). */
    public List<VSwitch> vSwitches() {
        return locked(now -> estate.vSwitches.values().stream()
                .map(VSwitchRecord::description)
                .toList());
    }

    /** Of a vSwitch that there is. */
    public VpcId vpcOf(VSwitchId vSwitch) {
        return locked(now -> estate.vSwitch(vSwitch).vpc());
    }

    public List<Instance> instances() {
        return locked(now -> List.copyOf(estate.instances.values()));
    }

    public Optional<Instance> instance(InstanceId id) {
        return locked(now -> Optional.ofNullable(estate.instances.get(id)));
    }

    /** The blocks of a VPC. */
    public Optional<DualStack<Cidr>> blocksOf(VpcId vpc) {
        return locked(now -> Optional.ofNullable(estate.vpcs.get(vpc)));
    }

    /** Lets everything happen whose time has come. */
    public void settle() {
        change(now -> {});
    }

    /** When the next thing happens by itself, if anything is under way. */
    public Optional<Instant> nextChange() {
        return locked(now -> Stream.of(lifecycle.next(), routeDesk.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder()));
    }

    /** From now on the listener is told all, and first of all of every ENI in use. */
    public void listen(CloudListener listener) {
        change(now -> notices.add(
                listener,
                estate.enis.values().stream()
                        .filter(eni -> eni.status() == EniStatus.IN_USE)
                        .toList()));
    }

    /** What happens here beside what is asked for. Those that befall calls are for whoever brings calls to ask about. */
    public Quirks quirks() {
        return quirks;
    }

    /** For all that begins from now on. */
    public void temper(EniTemper temper) {
        change(now -> lifecycle.temper(temper));
    }

    /** From now on describing ENIs shows them as they were so long ago. */
    public void describeLag(Duration length) {
        change(now -> reflection.lag(length, now, estate.enis.values()));
    }

    /** From now on the account may have so many ENIs beside those that instances are born with. */
    public void accountQuota(int most) {
        change(now -> rules.accountQuota(most));
    }

    <T> Answer<T> answer(Function<Instant, T> operation) {
        return locked(now -> {
            try {
                return new Answer.Given<>(operation.apply(now));
            } catch (Objection objection) {
                return objection.answer();
            }
        });
    }

    private Answer<Nothing> done(Consumer<Instant> operation) {
        return answer(now -> {
            operation.accept(now);
            return Nothing.NOTHING;
        });
    }

    void change(Consumer<Instant> work) {
        locked(now -> {
            work.accept(now);
            return Nothing.NOTHING;
        });
    }

    <T> T locked(Function<Instant, T> work) {
        lock.lock();
        try {
            var now = clock.instant();
            for (var due = lifecycle.due(now); due.isPresent(); due = lifecycle.due(now)) {
                enis.end(due.get());
            }
            routeDesk.settle(now);
            var outcome = work.apply(now);
            reflection.changed(now, estate.enis.values());
            return outcome;
        } finally {
            lock.unlock();
            notices.deliver();
        }
    }
}
