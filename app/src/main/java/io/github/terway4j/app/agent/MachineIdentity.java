package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.dropin.Machine;
import io.github.terway4j.domain.dropin.PrimaryLink;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is known of the machine on which this process runs. */
public sealed interface MachineIdentity {
    /** Where the hardware gives its number; only root may read it. */
    Path PRODUCT = Path.of("/sys/class/dmi/id/product_uuid");

    record Known(Machine known) implements MachineIdentity {}

    /** Its ENIs cannot be told from its own device, for this reason. */
    record Unknown(String words) implements MachineIdentity {}

    /** Empty where it is not known. */
    default Optional<Machine> machine() {
        return switch (this) {
            case Known(var known) -> Optional.of(known);
            case Unknown(var _) -> Optional.empty();
        };
    }

    /**
     * Reads it.
     *
     * @param named the node's own device; empty for the one by which there is a default route
     * @param spared devices that others are to set up
     */
    static MachineIdentity read(Path product, NetNs host, Optional<LinkName> named, List<Mac> spared) {
        try (var kernel = new NetlinkKernel()) {
            return switch (kernel.observe(host, List.of())) {
                case Observation.Seen(var state) -> of(Files.readString(product).strip(), state, named, spared);
                case Observation.NoSuchNamespace(var _, var words) -> new Unknown(words);
                case Observation.Unreadable(var _, var words) -> new Unknown(words);
            };
        } catch (IOException unreadable) {
            return new Unknown("the machine does not say which it is: " + unreadable);
        }
    }

    private static MachineIdentity of(String product, KernelState state, Optional<LinkName> named, List<Mac> spared) {
        Optional<Link> link = named.isPresent() ? named.flatMap(state::link) : PrimaryLink.of(state);
        if (link.isEmpty()) {
            return new Unknown(named.map(name -> "there is no device " + name)
                    .orElse("default routes lead by %s: --primary says which device is the node's own"
                            .formatted(PrimaryLink.names(state))));
        }
        try {
            return new Known(new Machine(product, link.get().mac(), spared));
        } catch (IllegalArgumentException refused) {
            return new Unknown(String.valueOf(refused.getMessage()));
        }
    }
}
