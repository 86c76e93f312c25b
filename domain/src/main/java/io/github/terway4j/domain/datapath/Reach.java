package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import java.util.List;

/**
 * What a pod finds by an interface.
 *
 * @param byHost what it finds by its host's stack where the interface leads elsewhere: services, and what the operator
 *     names ({@code host_stack_cidrs})
 * @param besides what it finds by this interface's gateway, whether that is the default or not
 * @param defaultRoute whether all else is behind this interface's gateway
 * @param amongOthers whether the pod has other interfaces: then what it sends from this one's addresses, or by this very
 *     link, leaves by it, whatever the main table says
 */
public record Reach(List<Cidr> byHost, List<Cidr> besides, boolean defaultRoute, boolean amongOthers) {
    /** All behind the gateway. */
    public static final Reach ALL = new Reach(List.of(), List.of(), true);

    public Reach {
        byHost = List.copyOf(byHost);
        besides = List.copyOf(besides);
    }

    /** By the one that the pod has. */
    public Reach(List<Cidr> byHost, List<Cidr> besides, boolean defaultRoute) {
        this(byHost, besides, defaultRoute, false);
    }
}
