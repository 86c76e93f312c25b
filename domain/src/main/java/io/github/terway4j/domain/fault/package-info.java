/**
 * What can go wrong, sorted by whom it concerns, how long to wait before looking again, and what is not to be asked for
 * meanwhile ({@link io.github.terway4j.domain.fault.Breaker}).
 *
 * <p>A fault is a value that a use case returns; our own mistakes throw. Start with {@link
 * io.github.terway4j.domain.fault.Fault}.
 */
@NullMarked
package io.github.terway4j.domain.fault;

import org.jspecify.annotations.NullMarked;
