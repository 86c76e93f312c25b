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
 */
public record Reach(List<Cidr> byHost, List<Cidr> besides, boolean defaultRoute) {
    /** All behind the gateway. */
    public static final Reach ALL = new Reach(List.of(), List.of(), true);

    public Reach {
        byHost = List.copyOf(byHost);
        besides = List.copyOf(besides);
    }
}
