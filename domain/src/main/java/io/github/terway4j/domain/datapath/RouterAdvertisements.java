package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who forwards IPv6 listens to no router: when a node begins to, the kernel throws away the default routes that routers have
 * told of, the node's own among them, and takes no new ones (rt6_purge_dflt_routers in net/ipv6/route.c). A link that
 * listened before goes on listening if it is told so first ({@code accept_ra=2}).
 */
public final class RouterAdvertisements {
    private static final String EVEN_IF_FORWARDING = "2";

    private RouterAdvertisements() {}

    /** The settings by which it is seen which links listen. */
    public static List<String> keys(Collection<LinkName> links) {
        var keys = new ArrayList<String>();
        for (var link : links) {
            keys.add(acceptance(link));
            keys.add(forwarding(link));
        }
        return keys;
    }

    /**
     * What keeps those links listening that do; to be set before the node forwards.
     *
     * @param seen what {@link #keys} are set to
     */
    public static DatapathPlan kept(
            NetNs host, Collection<IpFamily> families, Collection<LinkName> links, Map<String, String> seen) {
        var wanted = new ArrayList<KernelObject>();
        for (var link : links) {
            boolean listens = "1".equals(seen.get(acceptance(link))) && "0".equals(seen.get(forwarding(link)));
            if (listens && families.contains(IpFamily.V6)) {
                wanted.add(new Sysctl(host, acceptance(link), EVEN_IF_FORWARDING));
            }
        }
        return new DatapathPlan(wanted);
    }

    private static String acceptance(LinkName link) {
        return "net/ipv6/conf/" + link + "/accept_ra";
    }

    private static String forwarding(LinkName link) {
        return "net/ipv6/conf/" + link + "/forwarding";
    }
}
