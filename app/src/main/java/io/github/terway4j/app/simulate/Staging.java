package io.github.terway4j.app.simulate;

import io.github.terway4j.app.wiring.Surroundings;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What a test of the checks may have otherwise than a simulation has it.
 *
 * @param landscape what it is played on
 * @param surroundings what becomes of the ports that agents are given: mistakes are planted here
 */
record Staging(Function<RandomGenerator, Landscape> landscape, UnaryOperator<Surroundings> surroundings) {
    static final Staging USUAL = new Staging(Landscape::draw, UnaryOperator.identity());
}
