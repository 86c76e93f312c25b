/**
 * What happened, told to the log. Never fails and never prints a secret: it is told only what a pod's or a node's events
 * may say.
 */
@NullMarked
package io.github.terway4j.adapters.log;

import org.jspecify.annotations.NullMarked;
