/**
 * What happened, told to the log. Never fails and never prints a secret: it is told only what a pod's or a node's events
 * may say. Whatever else is logged here becomes a line by {@link io.github.terway4j.adapters.log.LineFormatter}.
 */
@NullMarked
package io.github.terway4j.adapters.log;

import org.jspecify.annotations.NullMarked;
