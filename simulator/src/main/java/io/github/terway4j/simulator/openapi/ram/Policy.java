package io.github.terway4j.simulator.openapi.ram;

import java.util.List;

/** What somebody may do: what a statement allows and none denies (RAM, policy evaluation). */
public final class Policy {
    public static final Policy NOTHING = new Policy(List.of());
    public static final Policy EVERYTHING = new Policy(List.of(new Statement(true, List.of("*"), List.of("*"))));

    private final List<Statement> statements;

    Policy(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a policy document: {@code {"Version": "1", "Statement": [{"Effect": "Allow", "Action": […], "Resource":
     * […]}]}}, where one action or resource may stand without a list.
     *
     * @throws IllegalArgumentException if it is not one, or says something that the simulated cloud does not heed
     */
    public static Policy parse(String document) {
        return PolicyDocument.read(document);
    }

    /**
     * Whether one may.
     *
     * @param action like {@code ecs:AttachNetworkInterface}
     * @param resource like {@code acs:ecs:cn-hangzhou:1234567890123456:eni/eni-bp1…}
     */
    public boolean allows(String action, String resource) {
        var heard = statements.stream()
                .filter(one -> one.speaksOf(action, resource))
                .toList();
        return !heard.isEmpty() && heard.stream().allMatch(Statement::allows);
    }
}
