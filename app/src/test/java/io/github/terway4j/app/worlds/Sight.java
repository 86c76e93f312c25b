package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How two kernels see the same namespace. Neither promises an order, so there is none here. */
final class Sight {
    private Sight() {}

    static Stream<Optional<Disagreement>> differences(KernelState simulated, KernelState real) {
        return Stream.of(
                difference("links", simulated.links(), real.links()),
                difference("addresses", simulated.addresses(), real.addresses()),
                difference("routes", simulated.routes(), real.routes()),
                difference("rules", simulated.rules(), real.rules()),
                difference("neighbours", simulated.neighbours(), real.neighbours()),
                // The kernel keeps a burst as a time, and gives it back rounded.
                difference("shapers", rates(simulated), rates(real)),
                difference("filters", simulated.filters(), real.filters()),
                difference("queueings", simulated.queueings(), real.queueings()),
                difference("settings", List.of(simulated.sysctls()), List.of(real.sysctls())));
    }

    private static List<String> rates(KernelState state) {
        return state.shapers().stream()
                .map(shaper -> shaper.link() + " at " + shaper.tbf().rate())
                .toList();
    }

    private static Optional<Disagreement> difference(String what, Collection<?> simulated, Collection<?> real) {
        var here = sorted(simulated);
        var there = sorted(real);
        if (here.equals(there) && simulated.size() == real.size()) {
            return Optional.empty();
        }
        var onlyHere = new TreeSet<>(here);
        onlyHere.removeAll(there);
        var onlyThere = new TreeSet<>(there);
        onlyThere.removeAll(here);
        return Optional.of(
                new Disagreement(what, "%s: only simulated %s, only real %s".formatted(what, onlyHere, onlyThere)));
    }

    private static Set<String> sorted(Collection<?> seen) {
        var words = new TreeSet<String>();
        seen.forEach(one -> words.add(one.toString()));
        return words;
    }
}
