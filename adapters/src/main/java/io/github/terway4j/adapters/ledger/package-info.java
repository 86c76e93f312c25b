/**
 * The lease ledger and the journal of calls to the cloud on the node's disk: a file of lines each, one line per operation,
 * with a checksum, at the end of the file.
 *
 * <p>A line is handed to the operating system and not forced to the disk: it outlives the agent, killed at whatever
 * instruction, and need not outlive the host, since no sandbox does. What cannot be read at opening, a line, a record
 * or the whole file, is never fatal and never thrown away: it is set aside, and the opening report says so, loudly, to
 * whoever rebuilds the rest from the kernel.
 *
 * <p>What is kept for pods that may come back outlives their sandboxes, and so has a file of its own, written as a whole and
 * forced to the disk: {@link io.github.terway4j.adapters.ledger.ReservationFile}. So has what the
 * cloud said last, which anybody may lose: it is only for the time in which the cloud says nothing.
 *
 * <p>Never happens here: a decision about a lease or a call. Start with {@link
 * io.github.terway4j.adapters.ledger.FileLeaseLedger}.
 */
@NullMarked
package io.github.terway4j.adapters.ledger;

import org.jspecify.annotations.NullMarked;
