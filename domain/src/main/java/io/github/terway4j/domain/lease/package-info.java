/**
 * Who holds which address, and who gets the next one.
 *
 * <p>The {@link io.github.terway4j.domain.lease.LeaseBook} remembers, the {@link
 * io.github.terway4j.domain.lease.LeaseDesk} decides. Neither calls anybody; whoever uses the book keeps it to one
 * thread at a time. Never happens here: an address with two holders.
 */
@NullMarked
package io.github.terway4j.domain.lease;

import org.jspecify.annotations.NullMarked;
