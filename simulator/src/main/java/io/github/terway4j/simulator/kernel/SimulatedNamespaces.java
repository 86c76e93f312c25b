package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Namespaces;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The namespaces of the machine, under the names that Linux gives them. */
final class SimulatedNamespaces implements Namespaces {
    private static final String DIRECTORY = "/run/netns/";

    private final TreeMap<NetNs, Stack> stacks = new TreeMap<>();

    @Override
    public synchronized NetNs create(String name) {
        var ns = new NetNs(DIRECTORY + name);
        if (stacks.containsKey(ns)) {
            throw new IllegalStateException("there is a namespace " + name + " already");
        }
        stacks.put(ns, new Stack(ns));
        return ns;
    }

    /** The other ends of its veth pairs go with it; hardware goes back to where it was plugged in. */
    @Override
    public synchronized void delete(NetNs ns) {
        stack(ns).ifPresent(stack -> List.copyOf(stack.devices()).forEach(this::bury));
        stacks.remove(ns);
    }

    private void bury(Device device) {
        boolean returns = device.isHardware()
                && device.birthplace() != device.stack()
                && stacks.containsValue(device.birthplace());
        if (returns) {
            MovedLinks.comeBack(device);
        } else {
            VethPairs.delete(device);
        }
    }

    @Override
    public synchronized List<NetNs> named(String prefix) {
        return stacks.keySet().stream()
                .filter(ns -> ns.path().startsWith(DIRECTORY + prefix))
                .toList();
    }

    synchronized Optional<Stack> stack(NetNs ns) {
        return Optional.ofNullable(stacks.get(ns));
    }
}
