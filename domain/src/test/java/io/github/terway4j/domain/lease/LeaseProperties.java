package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Book and desk, driven by whatever may happen in whatever order, beside an oracle that remembers everything. */
class LeaseProperties {
    @Property(tries = 300)
    void an_address_has_one_holder_and_is_never_lost(@ForAll("days") List<Deed> day) {
        var oracle = new LeaseOracle(List.of(IpFamily.V4), Keeping.NOTHING);
        day.forEach(oracle::watch);
    }

    @Property(tries = 300)
    void the_same_holds_where_pods_get_an_address_of_each_family(@ForAll("days") List<Deed> day) {
        var oracle = new LeaseOracle(List.of(IpFamily.V4, IpFamily.V6), Keeping.NOTHING);
        day.forEach(oracle::watch);
    }

    @Property(tries = 300)
    void what_is_kept_for_a_pod_nobody_else_gets(@ForAll("days") List<Deed> day) {
        var aMinute = new Keeping(List.of("statefulset"), Duration.ofMinutes(1));
        var oracle = new LeaseOracle(List.of(IpFamily.V4), aMinute);
        day.forEach(oracle::watch);
    }

    /** What may happen to a lease book. */
    sealed interface Deed {
        record Stock(EniId eni, List<Ip> addresses) implements Deed {}

        record StockMore(EniId eni, List<Ip> addresses) implements Deed {}

        record Unstock(EniId eni) implements Deed {}

        record Mark(List<Ip> addresses) implements Deed {}

        record Withhold(List<Ip> addresses) implements Deed {}

        record Ask(AttachmentKey key, PodRef pod) implements Deed {}

        record TakeBack(AttachmentKey key) implements Deed {}

        record Wait(Duration length) implements Deed {}

        /** The agent dies and starts anew from the leases alone. */
        record Restart() implements Deed {}
    }

    /** Four ENIs and pods, three sandboxes to a pod: few enough that they meet. */
    @Provide
    Arbitrary<List<Deed>> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 27),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 63))
                .as(LeaseProperties::deed)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withoutEdgeCases();
    }

    /** Of every 28 deeds 8 ask, 6 end something, and so on. */
    private static Deed deed(int die, int place, int choice) {
        return switch (die) {
            case 0, 1, 2 -> new Deed.Stock(eni(place), some(place, choice));
            case 3, 4 -> new Deed.StockMore(eni(place), some(place, choice));
            case 5 -> new Deed.Unstock(eni(place));
            case 6 -> new Deed.Withhold(some(place, choice));
            case 7, 27 -> new Deed.Mark(some(place, choice));
            case 8, 9, 10, 11, 12, 13, 14, 15 ->
                new Deed.Ask(sandbox(place, choice % 3), new PodRef("default", "pod-" + place));
            case 16, 17, 18, 19, 20, 21 -> new Deed.TakeBack(sandbox(place, choice % 3));
            case 22, 23, 24, 25 -> new Deed.Wait(Duration.ofSeconds(choice / 2));
            default -> new Deed.Restart();
        };
    }

    /** Of two pairs of the ENI's own, and one pair that wanders between all ENIs, those that the bits say. */
    private static List<Ip> some(int place, int bits) {
        var all = List.of(
                "10.0.%d.1".formatted(place),
                "10.0.%d.2".formatted(place),
                "10.0.9.9",
                "fd00::%d:1".formatted(place),
                "fd00::%d:2".formatted(place),
                "fd00::9:9");
        return IntStream.range(0, all.size())
                .filter(bit -> (bits >> bit & 1) == 1)
                .mapToObj(all::get)
                .map(Ip::parse)
                .toList();
    }

    private static EniId eni(int number) {
        return new EniId("eni-" + number);
    }

    private static AttachmentKey sandbox(int number, int turn) {
        return new AttachmentKey("sandbox-%d-%d".formatted(number, turn), new LinkName("eth0"));
    }
}
