package io.github.terway4j.ports.in;

import io.github.terway4j.domain.fault.Fault;

/** Whether a pod could be attached now. */
public sealed interface NodeStatus {
    record Ready() implements NodeStatus {}

    record NotReady(Fault why) implements NodeStatus {}
}
