package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import java.util.List;

/** Tells the truth but for one lie. */
final class LyingCloud implements CloudNetwork {
    /** What may be untrue. */
    enum Lie {
        /** Does again what was done under the token. */
        FORGETS_TOKENS,
        /** Shows the first hundred ENIs, and says that this is all. */
        SHOWS_ONE_PAGE,
        /** Shows the ENIs of everybody. */
        SHOWS_THE_NEIGHBOURS,
        /** Makes and assigns where it says that the vSwitch was exhausted. */
        REFUSES_AND_GIVES_FROM_ELSEWHERE,
        /** Names one address too few of those that it has assigned. */
        NAMES_TOO_FEW,
        /** Assigns what fits, and says that nothing did. */
        ASSIGNS_IN_PART,
        /** Says that it attaches, and does not. */
        ATTACHES_NOTHING,
        /** Says that it detaches, and does not. */
        DETACHES_NOTHING,
        /** Says that it deletes, and does not. */
        DELETES_NOTHING,
        /** Says that it takes addresses back, and does not. */
        UNASSIGNS_NOTHING,
        /** Shows every ENI as in use. */
        SHOWS_ALL_IN_USE,
        /** Forgets what was written on an ENI. */
        SHOWS_NO_TAGS,
        /** Detaches what another instance has. */
        DETACHES_FROM_ANYBODY
    }

    private final CloudNetwork honest;
    private final SimulatedCloud behind;
    private final VSwitchId elsewhere;
    private final Lie lie;
    private int calls;

    LyingCloud(CloudNetwork honest, SimulatedCloud behind, VSwitchId elsewhere, Lie lie) {
        this.honest = honest;
        this.behind = behind;
        this.elsewhere = elsewhere;
        this.lie = lie;
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        if (!(honest.enisOf(instance) instanceof CloudOutcome.Done<List<Eni>>(var enis))) {
            return honest.enisOf(instance);
        }
        return new CloudOutcome.Done<>(
                switch (lie) {
                    case SHOWS_ONE_PAGE -> enis.stream().limit(100).toList();
                    case SHOWS_THE_NEIGHBOURS ->
                        behind.enis().stream().map(eni -> eni.eni()).toList();
                    case SHOWS_ALL_IN_USE ->
                        enis.stream().map(LyingCloud::inUse).toList();
                    case SHOWS_NO_TAGS ->
                        enis.stream()
                                .map(eni -> eni.with(eni.traits().with(Tags.NONE)))
                                .toList();
                    default -> enis;
                });
    }

    private static Eni inUse(Eni eni) {
        return eni.with(EniStatus.IN_USE);
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return honest.vSwitches(ids);
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        var outcome = honest.create(wanted, token(token));
        if (lie == Lie.REFUSES_AND_GIVES_FROM_ELSEWHERE && outcome instanceof CloudOutcome.VSwitchExhausted) {
            var _ = honest.create(
                    new NewEni(wanted.instance(), elsewhere, wanted.securityGroups(), 1, 0, wanted.tags()),
                    new ClientToken("secretly-" + token.text()));
        }
        return outcome;
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return lie == Lie.ATTACHES_NOTHING ? nodded() : honest.attach(eni, berth);
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return switch (lie) {
            case DETACHES_NOTHING -> nodded();
            case DETACHES_FROM_ANYBODY ->
                honest.detach(
                        eni, behind.eni(eni).flatMap(there -> there.instance()).orElse(berth.instance()));
            default -> honest.detach(eni, berth);
        };
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return lie == Lie.DELETES_NOTHING ? nodded() : honest.delete(eni);
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        var outcome = honest.assign(eni, family, count, token(token));
        if (lie == Lie.ASSIGNS_IN_PART && outcome instanceof CloudOutcome.LimitReached) {
            var _ = honest.assign(eni, family, 1, new ClientToken("secretly-" + token.text()));
        }
        if (lie == Lie.NAMES_TOO_FEW && outcome instanceof CloudOutcome.Done<List<Ip>>(var given)) {
            return new CloudOutcome.Done<>(given.subList(0, given.size() - 1));
        }
        return outcome;
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return honest.assignPrefixes(eni, family, count, token(token));
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return lie == Lie.UNASSIGNS_NOTHING ? nodded() : honest.unassignPrefixes(eni, prefixes);
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return lie == Lie.UNASSIGNS_NOTHING ? nodded() : honest.unassign(eni, addresses);
    }

    private ClientToken token(ClientToken token) {
        return lie == Lie.FORGETS_TOKENS ? new ClientToken("%s-%d".formatted(token.text(), ++calls)) : token;
    }

    private static CloudOutcome<Nothing> nodded() {
        return new CloudOutcome.Done<>(Nothing.NOTHING);
    }
}
