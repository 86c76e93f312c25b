/**
 * How often the cloud lets itself be called. It counts by the clock that it was given, never waits, and knows nothing of
 * what is called. Start with {@link io.github.terway4j.simulator.throttle.CallRates}.
 */
@NullMarked
package io.github.terway4j.simulator.throttle;

import org.jspecify.annotations.NullMarked;
