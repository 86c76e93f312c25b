package io.github.terway4j.simulator.openapi.operation;

/** One action of one product, like {@code ecs:CreateNetworkInterface}. */
public record Api(Product product, String action) {
    /** As RAM policies spell it. */
    @Override
    public String toString() {
        return product.code() + ":" + action;
    }
}
