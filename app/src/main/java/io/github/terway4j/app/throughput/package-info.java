/**
 * Measures what passes a pod's shapers, on the simulated kernel and on the real one, beside the limit and beside a link
 * without shapers. It opens both kernels itself: here they are what is measured, and not what something else stands on.
 * Nothing is asserted in it. Begin with {@link io.github.terway4j.app.throughput.BandwidthBench}.
 */
@NullMarked
package io.github.terway4j.app.throughput;

import org.jspecify.annotations.NullMarked;
