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
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Book and desk, driven by whatever may happen in whatever order, beside an oracle that remembers everything. */
class LeaseProperties {
    @Property
    void an_address_has_one_holder_and_is_never_lost(@ForAll("days") List<Deed> day) {
        var oracle = new LeaseOracle(List.of(IpFamily.V4));
        day.forEach(oracle::watch);
    }

    @Property
    void the_same_holds_where_pods_get_an_address_of_each_family(@ForAll("days") List<Deed> day) {
        var oracle = new LeaseOracle(List.of(IpFamily.V4, IpFamily.V6));
        day.forEach(oracle::watch);
    }

    /** What may happen to a lease book. */
    sealed interface Deed {
        record Stock(EniId eni, List<Ip> addresses) implements Deed {}

        record StockMore(EniId eni, List<Ip> addresses) implements Deed {}

        record Unstock(EniId eni) implements Deed {}

        record Withhold(EniId eni, List<Ip> addresses) implements Deed {}

        record Ask(AttachmentKey key, PodRef pod) implements Deed {}

        record TakeBack(AttachmentKey key) implements Deed {}

        record Wait(Duration length) implements Deed {}

        /** The agent dies and starts anew from the leases alone. */
        record Restart() implements Deed {}
    }

    /** Four ENIs and pods, three sandboxes to a pod: few enough that they meet. */
    @Provide
    Arbitrary<List<Deed>> days() {
        var place = Arbitraries.integers().between(0, 3);
        var stocks = place.flatMap(number -> some(number).map(some -> (Deed) new Deed.Stock(eni(number), some)));
        var more = place.flatMap(number -> some(number).map(some -> (Deed) new Deed.StockMore(eni(number), some)));
        var withheld = place.flatMap(number -> some(number).map(some -> (Deed) new Deed.Withhold(eni(number), some)));
        var asks = Combinators.combine(place, Arbitraries.integers().between(0, 2))
                .as((number, turn) ->
                        (Deed) new Deed.Ask(sandbox(number, turn), new PodRef("default", "pod-" + number)));
        var ends = Combinators.combine(place, Arbitraries.integers().between(0, 2))
                .as((number, turn) -> (Deed) new Deed.TakeBack(sandbox(number, turn)));
        return Arbitraries.frequencyOf(
                        Tuple.of(3, stocks),
                        Tuple.of(2, more),
                        Tuple.of(1, place.map(number -> (Deed) new Deed.Unstock(eni(number)))),
                        Tuple.of(2, withheld),
                        Tuple.of(8, asks),
                        Tuple.of(6, ends),
                        Tuple.of(3, Arbitraries.integers().between(0, 31).map(LeaseProperties::seconds)),
                        Tuple.of(1, Arbitraries.just((Deed) new Deed.Restart())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withoutEdgeCases();
    }

    private static Deed seconds(int length) {
        return new Deed.Wait(Duration.ofSeconds(length));
    }

    /** Addresses of the ENI's own, and one that wanders between all of them. */
    private static Arbitrary<List<Ip>> some(int number) {
        var own = IntStream.rangeClosed(1, 2)
                .boxed()
                .flatMap(
                        last -> Stream.of("10.0.%d.%d".formatted(number, last), "fd00::%d:%d".formatted(number, last)));
        var all = Stream.concat(own, Stream.of("10.0.9.9", "fd00::9:9"))
                .map(Ip::parse)
                .toList();
        return Arbitraries.of(all).set().map(List::copyOf);
    }

    private static EniId eni(int number) {
        return new EniId("eni-" + number);
    }

    private static AttachmentKey sandbox(int number, int turn) {
        return new AttachmentKey("sandbox-%d-%d".formatted(number, turn), new LinkName("eth0"));
    }
}
