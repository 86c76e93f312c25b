package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.NetNs;
import java.util.List;

/** Makes and removes named network namespaces: sandboxes for tests and demonstrations, pretend nodes, a pretend VPC. */
public interface Namespaces {
    /** A new namespace with only a loopback link in it, which is down. A name in use throws. */
    NetNs create(String name);

    /** Removes the namespace and all that is in it; one that is gone is no error. */
    void delete(NetNs ns);

    /** Those made by {@link #create} and not yet deleted, whoever made them, whose name begins so; in order. */
    List<NetNs> named(String prefix);
}
