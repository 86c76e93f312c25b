package io.github.terway4j.ports.in;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.List;
import java.util.Optional;

/** What the runtime says was made in the sandbox, by us and by those who came after us in the chain. */
public sealed interface Told {
    /** It says nothing. */
    record Nothing() implements Told {}

    /** It knows of no interface of that name. */
    record OtherLinks() implements Told {}

    /** What it knows of the interface; what it left out is empty. */
    record Link(List<Ip> addresses, Optional<Mac> mac, Optional<Mtu> mtu) implements Told {
        public Link {
            addresses = List.copyOf(addresses);
        }
    }
}
