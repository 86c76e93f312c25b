package io.github.terway4j.ports.out;

/** What the instance that we run on knows of itself (instance metadata, DescribeInstanceTypes). */
public interface InstanceFacts {
    CloudOutcome<NodeFacts> read();
}
