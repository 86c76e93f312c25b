/**
 * The node's daemon as a process: reads its configuration, finds out where it runs, opens its ledger, sets its loops to
 * work, and answers CNI calls.
 *
 * <p>What it does then is told in {@code app.usecase}; here is only what has to be opened and closed. Start with {@link
 * io.github.terway4j.app.agent.Agent}.
 */
@NullMarked
package io.github.terway4j.app.agent;

import org.jspecify.annotations.NullMarked;
