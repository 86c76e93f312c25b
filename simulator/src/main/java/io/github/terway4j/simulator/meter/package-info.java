/**
 * What was told of to be counted, kept as it was told. Nothing is added up here, and nothing is forgotten. Start with {@link
 * io.github.terway4j.simulator.meter.SimulatedMeter}.
 */
@NullMarked
package io.github.terway4j.simulator.meter;

import org.jspecify.annotations.NullMarked;
