package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is seen of a namespace: all that our vocabulary can say and the kernel did not make for itself. */
final class Looking {
    private static final Comparator<KernelObject.Address> ADDRESSES =
            Comparator.comparing(KernelObject.Address::link).thenComparing(KernelObject.Address::address);
    private static final Comparator<KernelObject.Route> ROUTES =
            Comparator.comparing(KernelObject.Route::destination).thenComparingInt(KernelObject.Route::table);
    private static final Comparator<KernelObject.Neighbour> NEIGHBOURS =
            Comparator.comparing(KernelObject.Neighbour::link).thenComparing(KernelObject.Neighbour::ip);

    private static final Comparator<KernelObject.Filter> FILTERS = Comparator.comparing(KernelObject.Filter::link)
            .thenComparing(KernelObject.Filter::hook)
            .thenComparingInt(KernelObject.Filter::priority)
            .thenComparing(KernelObject.Filter::words);

    private Looking() {}

    static KernelState at(Stack stack, Collection<String> sysctlKeys) {
        return new KernelState(
                stack.ns(),
                stack.devices().stream().map(Device::observed).toList(),
                ofBothFamilies(family -> addresses(stack, family))
                        .sorted(ADDRESSES)
                        .toList(),
                ofBothFamilies(family -> routes(stack, family)).sorted(ROUTES).toList(),
                ofBothFamilies(family -> rules(stack, family)).toList(),
                ofBothFamilies(family -> neighbours(stack, family))
                        .sorted(NEIGHBOURS)
                        .toList(),
                shapers(stack)
                        .sorted(Comparator.comparing(KernelObject.Shaper::link))
                        .toList(),
                filters(stack).sorted(FILTERS).toList(),
                queueings(stack)
                        .sorted(Comparator.comparing(KernelObject.Queueing::link))
                        .toList(),
                sysctls(stack, sysctlKeys));
    }

    private static <T> Stream<T> ofBothFamilies(Function<IpFamily, Stream<T>> seen) {
        return Arrays.stream(IpFamily.values()).flatMap(seen);
    }

    private static Stream<KernelObject.Address> addresses(Stack stack, IpFamily family) {
        return stack.devices().stream()
                .flatMap(device -> device.addresses(family).stream()
                        .filter(address -> !stack.ipv6().isKernels(device, address))
                        .map(address -> new KernelObject.Address(stack.ns(), device.name(), address)));
    }

    private static Stream<KernelObject.Route> routes(Stack stack, IpFamily family) {
        return stack.routes(family).tables().entrySet().stream()
                .flatMap(table ->
                        table.getValue().entries().flatMap(entry -> route(stack, table.getKey(), entry).stream()));
    }

    private static Optional<KernelObject.Route> route(Stack stack, int table, RouteEntry entry) {
        return table == RouteTables.LOCAL || entry.protocol() == RouteEntry.KERNEL
                ? Optional.empty()
                : nextHop(entry.leads())
                        .map(hop ->
                                new KernelObject.Route(stack.ns(), table, entry.destination(), hop, entry.protocol()));
    }

    private static Optional<NextHop> nextHop(Leads leads) {
        return switch (leads) {
            case Leads.Direct(var device) -> Optional.of(new NextHop.Direct(device.name()));
            case Leads.Via(var device, var gateway) -> Optional.of(new NextHop.Via(gateway, device.name()));
            case Leads.Nowhere(var how) ->
                how == Refusal.BLACKHOLE ? Optional.of(new NextHop.Blackhole()) : Optional.empty();
            case Leads.Here _, Leads.Broadcast _, Leads.Connected _ -> Optional.empty();
        };
    }

    private static Stream<KernelObject.Rule> rules(Stack stack, IpFamily family) {
        return stack.rules(family).rules().filter(rule -> rule.protocol() != RouteEntry.KERNEL);
    }

    private static Stream<KernelObject.Neighbour> neighbours(Stack stack, IpFamily family) {
        return stack.devices().stream()
                .flatMap(device -> device.neighbours(family).entrySet().stream()
                        .map(neighbour -> new KernelObject.Neighbour(
                                stack.ns(), device.name(), neighbour.getKey(), neighbour.getValue())));
    }

    private static Stream<KernelObject.Shaper> shapers(Stack stack) {
        return stack.devices().stream()
                .flatMap(device ->
                        device.shaper().stream().map(tbf -> new KernelObject.Shaper(stack.ns(), device.name(), tbf)));
    }

    private static Stream<KernelObject.Filter> filters(Stack stack) {
        return stack.devices().stream().flatMap(device -> device.filters().seen());
    }

    private static Stream<KernelObject.Queueing> queueings(Stack stack) {
        return stack.devices().stream()
                .flatMap(device -> device.discipline().stream()
                        .map(discipline -> new KernelObject.Queueing(stack.ns(), device.name(), discipline)));
    }

    private static Map<String, String> sysctls(Stack stack, Collection<String> keys) {
        var seen = new TreeMap<String, String>();
        for (var key : keys) {
            SettingKey.parse(key)
                    .flatMap(stack.settings()::read)
                    .ifPresent(value -> seen.put(key, Integer.toString(value)));
        }
        return seen;
    }
}
