package io.github.terway4j.app.agent;

import io.github.terway4j.domain.route.RouteTableId;

/** Under which names a world offers its ports to agents. */
public final class WorldPorts {
    public static final String CLOUD = "cloud";

    private WorldPorts() {}

    public static String facts(String node) {
        return "facts of " + node;
    }

    public static String nodes(String node) {
        return "nodes told to " + node;
    }

    public static String routeTable(RouteTableId table) {
        return "route table " + table;
    }

    public static String pods(String node) {
        return "pods of " + node;
    }

    public static String podFeed(String node) {
        return "pod feed of " + node;
    }
}
