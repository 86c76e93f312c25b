/**
 * The product put together: use cases that read, decide and write in the order a person would tell it, configuration,
 * wiring and the command line.
 *
 * <p>Use cases meet the world through ports alone; only the wiring knows which adapter, or which simulation, stands
 * behind one.
 */
@NullMarked
package io.github.terway4j.app;

import org.jspecify.annotations.NullMarked;
