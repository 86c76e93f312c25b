package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.operation.Operations;
import io.github.terway4j.simulator.openapi.ram.Identities;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a {@link Door} together.
 *
 * @param clock by which signatures are of now
 * @param outside gates that calls pass first, before anything is known about them
 * @param within gates that calls pass last, when it is known that they are right and whose they are
 */
public record OpenApi(
        CloudRegion region, Identities identities, InstantSource clock, List<Gate> outside, List<Gate> within) {
    public OpenApi {
        outside = List.copyOf(outside);
        within = List.copyOf(within);
    }

    public static OpenApi of(CloudRegion region, Identities identities, InstantSource clock) {
        return new OpenApi(region, identities, clock, List.of(), List.of());
    }

    public OpenApi outside(Gate gate) {
        return new OpenApi(region, identities, clock, and(outside, gate), within);
    }

    public OpenApi within(Gate gate) {
        return new OpenApi(region, identities, clock, outside, and(within, gate));
    }

    /**
     * Ready to be mounted.
     *
     * @param seed for the names of requests
     */
    public Door door(long seed) {
        var operations = Operations.of(region);
        var gates = new ArrayList<>(outside);
        gates.add(new Recognition(operations));
        gates.add(new Authentication(identities, clock));
        gates.add(new Authorization(region));
        gates.addAll(within);
        return new Door(gates, operations, new RequestIds(seed));
    }

    private static List<Gate> and(List<Gate> gates, Gate more) {
        var all = new ArrayList<>(gates);
        all.add(more);
        return all;
    }
}
