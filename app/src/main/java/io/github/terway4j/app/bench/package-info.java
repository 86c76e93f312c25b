/**
 * Measurements of the product beside a floor, in the same run and by the same clock: what the kernel charges a C program
 * for the same objects, or a bare HTTP server for the same bytes. What is counted, or takes simulated time, stands beside
 * the least that arithmetic allows.
 *
 * <p>Nothing here passes or fails. Start with {@link io.github.terway4j.app.bench.AddBench}, {@link
 * io.github.terway4j.app.bench.PoolBench} or {@link io.github.terway4j.app.bench.CloudBench}.
 */
@NullMarked
package io.github.terway4j.app.bench;

import org.jspecify.annotations.NullMarked;
