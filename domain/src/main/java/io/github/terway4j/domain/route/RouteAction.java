package io.github.terway4j.domain.route;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;

/** One change to a route table of a VPC. */
public sealed interface RouteAction {
    Cidr destination();

    InstanceId instance();

    String words();

    record Add(Cidr destination, InstanceId instance) implements RouteAction {
        @Override
        public String words() {
            return "route %s to %s".formatted(destination, instance);
        }
    }

    record Remove(Cidr destination, InstanceId instance) implements RouteAction {
        @Override
        public String words() {
            return "route %s to %s no more".formatted(destination, instance);
        }
    }
}
