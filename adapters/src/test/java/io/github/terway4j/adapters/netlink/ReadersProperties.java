package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.nlmsg.MalformedMessageException;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * What we ask for has the shape of what the kernel tells, so our own requests serve as samples of its answers; damaged,
 * they are refused in the one way that is expected.
 */
final class ReadersProperties {
    private static final NetNs NS = new NetNs("/run/netns/x");
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final LinkNames LINKS = LinkNames.only(2, ETH0);

    /** A message, and who reads such. */
    private record Sample(Message message, Function<Reply, Optional<?>> reader) {}

    private static List<Sample> samples() {
        return List.of(
                new Sample(
                        LinkMessages.make(
                                new VethPair(NS, ETH0, Mac.local(1), NS, ETH0, Mac.local(2), new Mtu(1500), ""), 3),
                        LinkMessages::read),
                new Sample(AddressMessages.make(InterfaceAddress.parse("10.0.1.20/32"), 2), AddressMessages::read),
                new Sample(AddressMessages.make(InterfaceAddress.parse("2001:db8::1/64"), 2), AddressMessages::read),
                new Sample(route("10.7.0.0/16", new NextHop.Direct(ETH0)), ReadersProperties::readRoute),
                new Sample(
                        route("10.7.0.0/16", new NextHop.Via(Ip.parse("fe80::1"), ETH0)), ReadersProperties::readRoute),
                new Sample(
                        route("2001:db8::/64", new NextHop.Via(Ip.parse("fe80::1"), ETH0)),
                        ReadersProperties::readRoute),
                new Sample(rule("10.7.0.0/16"), ReadersProperties::readRule),
                new Sample(rule("2001:db8::/64"), ReadersProperties::readRule),
                new Sample(NeighbourMessages.make(Ip.parse("10.0.1.20"), Mac.local(1), 2), NeighbourMessages::read),
                new Sample(ShaperMessages.make(new Tbf(new Rate(1L << 40), 10_000, 35_000), 2), ShaperMessages::read));
    }

    @Example
    void an_undamaged_sample_is_read() {
        for (var sample : samples()) {
            assertTrue(
                    sample.reader().apply(reply(sample.message())).isPresent(),
                    "type " + reply(sample.message()).type());
        }
    }

    @Property(tries = 3000)
    void a_damaged_message_is_read_or_refused(
            @ForAll @IntRange(max = 9) int which,
            @ForAll @Size(max = 3) List<@IntRange(max = 120) Integer> places,
            @ForAll @Size(3) byte[] changes,
            @ForAll @IntRange(max = 120) int kept) {
        var sample = samples().get(which);
        var reply = reply(sample.message());
        var body = reply.copyOfBody().order(ByteOrder.nativeOrder());
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) < body.limit()) {
                body.put(places.get(i), changes[i]);
            }
        }
        read(sample, reply, body);
        read(sample, reply, body.limit(Math.min(kept, body.limit())));
    }

    private static void read(Sample sample, Reply undamaged, ByteBuffer body) {
        try {
            var _ = sample.reader().apply(new Reply(undamaged.type(), undamaged.flags(), undamaged.sequence(), body));
        } catch (MalformedMessageException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
        }
    }

    private static Optional<?> readRoute(Reply reply) {
        return SeenRoute.read(reply, LINKS);
    }

    private static Optional<?> readRule(Reply reply) {
        return RuleMessages.read(NS, reply);
    }

    private static Reply reply(Message message) {
        return Reply.of(message);
    }

    private static Message route(String destination, NextHop hop) {
        return RouteMessages.make(new Route(NS, 1007, Cidr.parse(destination), hop, 84), 2, 0);
    }

    private static Message rule(String from) {
        return RuleMessages.make(
                new Rule(
                        NS, 512, RuleSelector.from(Cidr.parse(from)).arrivingOn(ETH0), new RuleAction.Lookup(1007), 84),
                0);
    }
}
