/**
 * Elastic network interfaces and the vSwitches they take their addresses from, as the cloud describes them.
 *
 * <p>Nothing here decides: these are the nouns that the pool and the leases speak of. Start with {@link
 * io.github.terway4j.domain.eni.Eni}.
 */
@NullMarked
package io.github.terway4j.domain.eni;

import org.jspecify.annotations.NullMarked;
