/**
 * Who holds which address, who gets the next one, and what is kept for whom.
 *
 * <p>The {@link io.github.terway4j.domain.lease.LeaseBook} remembers, the {@link
 * io.github.terway4j.domain.lease.LeaseDesk} decides. Neither calls anybody; whoever uses the book keeps it to one
 * thread at a time. Never happens here: an address with two holders.
 */
@NullMarked
package io.github.terway4j.domain.lease;

import org.jspecify.annotations.NullMarked;
