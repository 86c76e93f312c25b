/**
 * What is counted, as Prometheus reads it: by Terway's names where Terway has them, so that dashboards which are there go on
 * showing something, and by ours for the rest. {@link io.github.terway4j.adapters.metrics.Metric} is the list of them.
 *
 * <p>Nothing is counted by pod, sandbox or address. Start with {@link io.github.terway4j.adapters.metrics.PrometheusMeter}.
 */
@NullMarked
package io.github.terway4j.adapters.metrics;

import org.jspecify.annotations.NullMarked;
