package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.lease.Unheld;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pool.Holding.Block;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** ENIs for the tests of the pool: {@code eni(2, ...)} is {@code eni-2} with 10.0.2.1, 10.0.2.2 ... and fd00:2::1 ... */
final class Enis {
    static final VSwitchId VSWITCH_ID = new VSwitchId("vsw-1");
    static final VSwitch VSWITCH =
            new VSwitch(VSWITCH_ID, new Zone("zone-a"), DualStack.v4(Cidr.parse("10.0.0.0/8")), 1000);

    /** Of one that we have made, and would find again when it is detached. */
    static final EniTraits OURS = EniTraits.tagged(Marks.madeFor(new InstanceId("i-1")));

    private Enis() {}

    static EniId id(int number) {
        return new EniId("eni-" + number);
    }

    static Ip v4(int eni, int last) {
        return Ip.parse("10.0.%d.%d".formatted(eni, last));
    }

    static Ip v6(int eni, int last) {
        return Ip.parse("fd00:%x::%x".formatted(eni, last));
    }

    static Eni eni(int number, EniStatus status, int v4, int v6) {
        var addresses = new ArrayList<Ip>();
        IntStream.rangeClosed(1, v4).forEach(last -> addresses.add(v4(number, last)));
        IntStream.rangeClosed(1, v6).forEach(last -> addresses.add(v6(number, last)));
        return new Eni(id(number), Mac.local(number), EniKind.SECONDARY, status, VSWITCH_ID, addresses).with(OURS);
    }

    /** Pods hold the first {@code held} addresses, the primary one among them. */
    static Holding holding(int number, EniStatus status, int v4, int held) {
        return dual(number, status, v4, 0, held);
    }

    /** Pods hold the first {@code held} addresses of each family. */
    static Holding dual(int number, EniStatus status, int v4, int v6, int held) {
        var unheld = new ArrayList<Ip>();
        IntStream.rangeClosed(held + 1, v4).forEach(last -> unheld.add(v4(number, last)));
        IntStream.rangeClosed(held + 1, v6).forEach(last -> unheld.add(v6(number, last)));
        return free(eni(number, status, v4, v6), unheld);
    }

    /** Nobody holds these, and they have rested. */
    static Holding free(Eni eni, List<Ip> unheld) {
        return new Holding(
                eni, unheld.stream().map(ip -> new Unheld(ip, Standing.READY)).toList());
    }

    /** All that nobody holds rests. */
    static Holding resting(Holding holding) {
        return new Holding(
                holding.eni(),
                holding.unheld().stream()
                        .map(free -> new Unheld(free.ip(), Standing.RESTING))
                        .toList());
    }

    /** The same, after the book has marked what it was asked to. */
    static PoolView marked(PoolView view, Collection<Ip> marks) {
        return new PoolView(
                view.holdings().stream().map(holding -> marked(holding, marks)).toList(),
                view.birthplaces(),
                view.starving(),
                view.health());
    }

    private static Holding marked(Holding holding, Collection<Ip> marks) {
        return new Holding(
                holding.eni(),
                holding.unheld().stream()
                        .map(free -> marks.contains(free.ip()) ? new Unheld(free.ip(), Standing.MARKED) : free)
                        .toList(),
                holding.blocks().stream().map(block -> marked(block, marks)).toList());
    }

    private static Block marked(Block block, Collection<Ip> marks) {
        var marked = (int) marks.stream().filter(block.prefix()::contains).count();
        return new Block(block.prefix(), block.held(), block.resting(), marked);
    }

    /** Prefix {@code number} of the ENI, of which pods hold so many addresses and others rest. */
    static Block block(int eni, int number, int held, int resting) {
        return new Block(prefix(eni, number), held, resting, 0);
    }

    static IpPrefix prefix(int eni, int number) {
        return IpPrefix.parse("10.%d.%d.%d/28".formatted(100 + eni, number / 16, number % 16 * 16));
    }

    /** An ENI with its primary address, which nobody holds, and these prefixes. */
    static Holding blocks(int number, EniStatus status, Block... blocks) {
        var eni = eni(number, status, 1, 0)
                .withPrefixes(Stream.of(blocks).map(Block::prefix).toList());
        return new Holding(eni, List.of(new Unheld(eni.primaryAddress(), Standing.READY)), List.of(blocks));
    }

    static List<Ip> v4s(int eni, int... lasts) {
        return IntStream.of(lasts).mapToObj(last -> v4(eni, last)).toList();
    }
}
