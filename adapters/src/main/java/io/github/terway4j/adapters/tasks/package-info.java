/**
 * Time and concurrency of a node: the system clock and threads. The simulator has its own, of which one runs at a time;
 * nobody else may start a thread or wait.
 */
@NullMarked
package io.github.terway4j.adapters.tasks;

import org.jspecify.annotations.NullMarked;
